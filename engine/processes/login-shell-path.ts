import { basename } from 'node:path';
import type { Platform } from '../../core/platform.ts';
import type { Clock } from '../clock.ts';
import { childEnvironment, pathOf, variable, type Environment } from './child-environment.ts';
import { runProgram } from './run-program.ts';

export interface ShellQuestion {
  readonly env: Environment;
  readonly platform: Platform;
  /** An existing, empty folder to run in. */
  readonly folder: string;
  readonly signal?: AbortSignal;
}

const LIMIT_MS = 4_000;
const MAX_OUTPUT_BYTES = 256 * 1_024;
const MAX_PATH_LENGTH = 32 * 1_024;

// Those that take `-ilc`, and of which the script below is understood.
const SHELLS: ReadonlySet<string> = new Set(['bash', 'zsh', 'fish', 'sh', 'dash', 'ash', 'ksh', 'mksh']);

// The marks stand in two halves, so that a shell that echoes its command is not taken for the answer. The backslash is
// against an alias. Tried with bash, dash, fish 3.6, mksh and zsh 5.9.
const SCRIPT = `\\printf '%s%s%s%s%s' '<<pilot-' 'light<<' "$PATH" '>>pilot-' 'light>>'`;
const BEGIN = '<<pilot-light<<';
const END = '>>pilot-light>>';

// Where the shells' own start files are, and what keeps frameworks from updating themselves or opening tmux meanwhile.
const PASSED = ['ZDOTDIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_RUNTIME_DIR'];
const QUIET = { DISABLE_AUTO_UPDATE: 'true', ZSH_TMUX_AUTOSTART: 'false', ZSH_TMUX_AUTOSTARTED: 'true' };

/**
 * The PATH that the user's login shell has: a program started from a desktop often has a poorer one. Starts the shell
 * once, at most 4 seconds. Absent when it cannot be had: Windows, an unknown shell, start files that hang or replace it.
 */
export async function loginShellPath(question: ShellQuestion, clock: Clock): Promise<string | undefined> {
  const { env, platform, folder, signal } = question;
  const shell = variable(env, 'SHELL');
  if (platform === 'windows' || shell === undefined || !SHELLS.has(basename(shell))) return undefined;
  const result = await runProgram(
    {
      path: shell,
      args: ['-ilc', SCRIPT],
      env: childEnvironment(env, { path: pathOf(env), pass: PASSED, set: QUIET }),
      folder,
      limitMs: LIMIT_MS,
      maxBytes: MAX_OUTPUT_BYTES,
      ...(signal && { signal }),
    },
    clock,
  );
  return result.kind === 'exited' ? betweenMarks(result.stdout) : undefined;
}

// The last pair: start files may have printed anything before, and logout files after.
function betweenMarks(text: string): string | undefined {
  const end = text.lastIndexOf(END);
  const begin = end < 0 ? -1 : text.lastIndexOf(BEGIN, end);
  if (begin < 0) return undefined;
  const path = text.slice(begin + BEGIN.length, end);
  return path === '' || path.length > MAX_PATH_LENGTH ? undefined : path;
}
