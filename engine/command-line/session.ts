import type { Clock } from '../clock.ts';
import type { Terminal } from './terminal.ts';

/** What a command runs in. */
export interface Session {
  readonly terminal: Terminal;
  readonly clock: Clock;
  readonly env: NodeJS.ProcessEnv;
  /** The version of this program. */
  readonly version: string;
  /** Runs `stop` when the command ends, in whatever way: the last one first. */
  readonly atEnd: (stop: () => void) => void;
}
