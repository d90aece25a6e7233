import type { Clock } from '../clock.ts';
import { contained } from '../contained.ts';
import { errorCode } from '../processes/error-code.ts';
import { COMMANDS } from './commands.ts';
import { EXIT } from './exit-codes.ts';
import { Unavailable, UsageError } from './given.ts';
import { commandHelp, overview } from './help.ts';
import { readArguments } from './read-arguments.ts';
import type { Session } from './session.ts';
import { terminalOf, type Terminal } from './terminal.ts';

export interface CommandLineOptions {
  readonly process: NodeJS.Process;
  readonly clock: Clock;
  readonly version: string;
}

// Signal numbers, as POSIX has them for these.
const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGPIPE: 13, SIGTERM: 15 } as const;

/** Runs one command line to its end and gives the exit code. Never rejects. */
export async function runCommandLine(args: readonly string[], options: CommandLineOptions): Promise<number> {
  const { process: own, clock, version } = options;
  const terminal = terminalOf(own);
  const stops: (() => void)[] = [];
  const session: Session = { terminal, clock, version, env: own.env, atEnd: (stop) => void stops.push(stop) };
  const code = await Promise.race([interrupted(own), surprised(own, terminal), run(args, session)]);
  for (const stop of stops.toReversed()) contained(stop, (error) => tell(error, terminal));
  await written(own.stdout);
  return code;
}

async function run(args: readonly string[], session: Session): Promise<number> {
  const { terminal, version } = session;
  try {
    const asked = readArguments(args, COMMANDS);
    if (asked.kind === 'run') return await asked.command.run(asked.given, session, COMMANDS);
    const lines = asked.kind === 'version' ? [version] : helpLines(asked.command);
    for (const line of lines) terminal.print(line);
    return 0;
  } catch (error) {
    return tell(error, terminal);
  }
}

function helpLines(command: Parameters<typeof commandHelp>[0] | undefined): readonly string[] {
  return command === undefined ? overview(COMMANDS) : commandHelp(command);
}

function tell(error: unknown, terminal: Terminal): number {
  if (error instanceof UsageError) {
    terminal.complain(`${error.message} See "pilot-light --help".`);
    return EXIT.usage;
  }
  if (error instanceof Unavailable) terminal.complain(error.message);
  else terminal.complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.unavailable;
}

/** The exit code for a signal, or for a reader who has gone. */
function interrupted(own: NodeJS.Process): Promise<number> {
  return new Promise((resolve) => {
    for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) {
      own.once(signal, () => resolve(128 + SIGNALS[signal]));
    }
    for (const stream of [own.stdout, own.stderr]) {
      // Who closes the pipe has read enough; other faults of a stream (a full disk) leave nobody to tell them to.
      stream.on('error', (error) => resolve(errorCode(error) === 'EPIPE' ? 128 + SIGNALS.SIGPIPE : EXIT.unavailable));
    }
  });
}

/** The exit code for an error that nobody caught: Node's own, 1, would be taken for an amber light. */
function surprised(own: NodeJS.Process, terminal: Terminal): Promise<number> {
  return new Promise((resolve) => {
    for (const event of ['uncaughtException', 'unhandledRejection'] as const)
      own.on(event, (error: unknown) => resolve(tell(error, terminal)));
  });
}

// A pipe may take its time; one that is closed takes nothing any more.
function written(stdout: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stdout.destroyed || stdout.writableLength === 0) resolve();
    else stdout.write('', () => resolve());
  });
}
