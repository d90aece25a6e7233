import type { Platform } from '../core/platform.ts';
import { portOf } from '../core/target-url.ts';
import { createLocalSight } from './cli/local-sight.ts';
import type { Clock } from './clock.ts';
import { portOwner } from './ports/port-owner.ts';
import type { RunTool } from './ports/run-tool.ts';
import { childEnvironment, pathOf, variable, type Environment } from './processes/child-environment.ts';
import { runProgram } from './processes/run-program.ts';
import type { Surveyor } from './surroundings.ts';

/** Whose computer is looked at. */
export interface SurveyOptions {
  readonly env: Environment;
  readonly platform: Platform;
  readonly home: string;
  /** An existing, empty folder for the few programs that are started. */
  readonly folder: string;
  readonly clock: Clock;
}

const TOOL_LIMIT_MS = 2_000;
const TOOL_MAX_BYTES = 1_048_576;

/** Looks at this computer by its own means: files, the process table, and tools of the system where there is no other way. */
export function startSurvey(options: SurveyOptions): Surveyor & { stop(): void } {
  const { env, platform, clock } = options;
  const stopping = new AbortController();
  const local = createLocalSight(options);
  const systemRoot = variable(env, 'SystemRoot');
  const tools = { clock, run: toolRunner(options, stopping.signal), ...(systemRoot !== undefined && { systemRoot }) };
  return {
    look: async () => {
      // The true path, for starting, is nobody's business but the launcher's.
      const { cli, signIn } = await local.look();
      return { cli, signIn };
    },
    portOwner: (url) => {
      const address = new URL(url);
      return portOwner({ host: address.hostname, port: portOf(address), platform, signal: stopping.signal }, tools);
    },
    stop: () => {
      stopping.abort();
      local.stop();
    },
  };
}

function toolRunner({ env, folder, clock }: SurveyOptions, signal: AbortSignal): RunTool {
  const needs = { env: childEnvironment(env, { path: pathOf(env) }), folder, signal };
  return async (path, args) => {
    const bounds = { limitMs: TOOL_LIMIT_MS, maxBytes: TOOL_MAX_BYTES };
    const result = await runProgram({ path, args, ...needs, ...bounds }, clock);
    return result.kind === 'exited' && result.code !== undefined
      ? { code: result.code, stdout: result.stdout }
      : undefined;
  };
}
