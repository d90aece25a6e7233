import { spawn } from 'node:child_process';
import type { TerminalCommand } from '../../core/advice/commands.ts';
import { scriptEnding, terminalScript } from '../../core/advice/terminal-script.ts';
import type { Platform } from '../../core/platform.ts';
import type { Clock } from '../clock.ts';
import { atMost } from '../processes/at-most.ts';
import type { Environment } from '../processes/child-environment.ts';
import { errorCode } from '../processes/error-code.ts';
import { findTerminals, type FoundTerminal } from './find-terminals.ts';
import { putScript, scriptPlace, type ReadyScript } from './script-file.ts';
import { terminalEnvironment } from './terminal-environment.ts';

/** What is to run in a terminal: a constant command of the user's own CLI. */
export interface TerminalRequest {
  readonly command: TerminalCommand;
  /** The full path of the CLI, as it was found. */
  readonly program: string;
  /** The full path in `CLAUDE_CONFIG_DIR`, if it is set. */
  readonly configFolder?: string;
}

/** Where it is to run. */
export interface TerminalSurroundings {
  readonly platform: Platform;
  /** Our own environment. */
  readonly env: Environment;
  /** Where the terminal begins. */
  readonly home: string;
  /** A private folder of ours for scripts; made if it is missing. */
  readonly folder: string;
  readonly clock: Clock;
}

/**
 * `opened`: a terminal was started; what happens in it is between the user and the CLI. `unsafe-path`: a path that cannot be
 * passed on so that it surely means itself. `failed`: with the code of the operating system, or `timed-out`.
 */
export type TerminalOutcome =
  | { readonly kind: 'opened'; readonly terminal: string }
  | { readonly kind: 'no-terminal' }
  | { readonly kind: 'unsafe-path' }
  | { readonly kind: 'failed'; readonly code: string };

// Folders of the PATH may lie on a network drive that never answers.
const PREPARED_WITHIN_MS = 5_000;

/**
 * Opens the user's terminal, in which a script of ours runs the CLI and then waits for Enter. The terminal is not ours: it
 * is not read, not watched, and goes on when we end. Its script stays in our folder until the next one of this command
 * takes its place; one in a temporary folder removes itself. Never rejects.
 */
export async function openTerminal(request: TerminalRequest, on: TerminalSurroundings): Promise<TerminalOutcome> {
  const env = terminalEnvironment(on.env);
  try {
    const ready = await atMost(on.clock, PREPARED_WITHIN_MS, prepare(request, on, env));
    if (ready === undefined) return { kind: 'failed', code: 'timed-out' };
    return 'kind' in ready ? ready : await startFirst(ready, on.home, env);
  } catch (error) {
    return { kind: 'failed', code: errorCode(error) ?? 'unknown' };
  }
}

interface Ready {
  readonly terminals: readonly FoundTerminal[];
  readonly script: ReadyScript;
}

async function prepare(
  { command, program, configFolder }: TerminalRequest,
  { platform, folder, env: ours }: TerminalSurroundings,
  env: Readonly<Record<string, string>>,
): Promise<Ready | TerminalOutcome> {
  const place = scriptPlace(folder, platform, ours);
  if (place === undefined) return { kind: 'unsafe-path' };
  const content = { command, program, passing: place.passing, ...(configFolder !== undefined && { configFolder }) };
  const text = terminalScript(content, platform);
  if (text === undefined) return { kind: 'unsafe-path' };
  const terminals = await findTerminals(platform, env);
  if (terminals.length === 0) return { kind: 'no-terminal' };
  const script = await putScript(place, `${command}${scriptEnding(platform)}`, text);
  return script === undefined ? { kind: 'unsafe-path' } : { terminals, script };
}

/**
 * Starts the first terminal that can be started. Only a failed start leads to the next one. Exit codes do not: many launchers
 * hand over to a terminal that runs already and end at once, mate-terminal with 255 though all went well (measured); a
 * second window would be worse than none, since the command can always be copied instead.
 */
async function startFirst(
  { terminals, script }: Ready,
  home: string,
  env: Readonly<Record<string, string>>,
): Promise<TerminalOutcome> {
  let code = 'unknown';
  for (const terminal of terminals) {
    try {
      // The next one is tried only if this one could not be started.
      // oxlint-disable-next-line no-await-in-loop
      await start(terminal, script.path, home, env);
      return { kind: 'opened', terminal: terminal.name };
    } catch (error) {
      code = errorCode(error) ?? 'unknown';
    }
  }
  await script.remove();
  return { kind: 'failed', code };
}

function start(
  { path, before }: FoundTerminal,
  script: string,
  home: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    // Detached and unheld: a terminal, and a sign-in in it, outlives the app.
    const child = spawn(path, [...before, script], { cwd: home, env: { ...env }, stdio: 'ignore', detached: true });
    child.on('error', reject);
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}
