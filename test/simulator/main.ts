import { readCommand, usage } from './command-line.ts';
import { startSimulator, type SimulatorStart } from './simulator.ts';

const USAGE_ERROR = 64;
const CANNOT_LISTEN = 69;

const command = readCommand(process.argv.slice(2));
if (command.kind === 'help') console.log(usage());
else if (command.kind === 'wrong') refuse(command.why);
else await play(command.start);

function refuse(why: string): void {
  console.error(`${why}\n\n${usage()}`);
  process.exitCode = USAGE_ERROR;
}

/** Plays until a signal comes or the scenario ends the process, both at once and without goodbye. */
async function play(start: SimulatorStart): Promise<void> {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  // Whoever started it with a channel is gone.
  process.once('disconnect', () => process.exit(143));
  try {
    const { url, control } = await startSimulator({ ...start, onExit: () => process.exit(1) });
    console.log(JSON.stringify(control === undefined ? { url } : { url, control }));
  } catch (error) {
    console.error(
      `cannot listen on port ${start.port ?? 0}: ${error instanceof Error ? error.message : String(error)}`,
    );
    process.exit(CANNOT_LISTEN);
  }
}
