import { systemClock } from '../clock.ts';
import { programVersion } from './program-version.ts';
import { runCommandLine } from './run-command-line.ts';

// The program `pilot-light`. It ends at once when its command has ended, whatever is still open.
void runCommandLine(process.argv.slice(2), { process, clock: systemClock, version: programVersion() }).then((code) =>
  process.exit(code),
);
