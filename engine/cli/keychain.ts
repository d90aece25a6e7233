import { childEnvironment, type Environment } from '../processes/child-environment.ts';
import { runProgram } from '../processes/run-program.ts';
import type { Clock } from '../clock.ts';

/** The Mac's own program for its keychain, and how it may be run. */
export interface Keychain {
  /** `/usr/bin/security`, unless a test brings its own. */
  readonly program: string;
  readonly env: Environment;
  /** An existing, empty folder to run in. */
  readonly folder: string;
  readonly signal?: AbortSignal;
}

const SYSTEM_PATH = '/usr/bin:/bin:/usr/sbin:/sbin';
const NO_SUCH_ENTRY = 44;
const LIMIT_MS = 4_000;
const MAX_BYTES = 64 * 1_024;

/**
 * Whether the keychain has an entry of this name. Never asks for its secret (no -w, no -g), which would prompt the user.
 * Absent when it cannot be told: locked, hanging, no such program.
 */
export async function isInKeychain(service: string, keychain: Keychain, clock: Clock): Promise<boolean | undefined> {
  const { program, env, folder, signal } = keychain;
  const result = await runProgram(
    {
      path: program,
      args: ['find-generic-password', '-s', service],
      env: childEnvironment(env, { path: SYSTEM_PATH }),
      folder,
      limitMs: LIMIT_MS,
      maxBytes: MAX_BYTES,
      ...(signal && { signal }),
    },
    clock,
  );
  if (result.kind !== 'exited') return undefined;
  if (result.code === 0) return true;
  return result.code === NO_SUCH_ENTRY ? false : undefined;
}
