import type { Given } from './given.ts';
import type { Session } from './session.ts';

/** One option of a command. A flag stands alone; any other takes a value, which the help calls `value`. */
export interface Option {
  readonly summary: string;
  /** Absent: a flag. */
  readonly value?: string;
  /** The only values that may stand there. */
  readonly choices?: readonly string[];
  /** It may be given more than once. */
  readonly many?: true;
}

/** What may stand behind a command beside its options. */
export interface Operands {
  /** As the help shows it, such as `get|set [KEY]`. */
  readonly usage: string;
  readonly least: number;
  readonly most: number;
  /** The words that may come first, for the completion. */
  readonly first?: readonly string[];
}

/** A line that can be typed as it stands, and what it is good for. A test runs every one of them. */
export interface Example {
  readonly line: string;
  readonly says: string;
  /** It goes on until Ctrl-C. */
  readonly endless?: true;
}

/** One command: all that help, completion and man page tell of it, and how it is run. */
export interface Command {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** Paragraphs. */
  readonly details: readonly string[];
  readonly operands?: Operands;
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly [Example, ...Example[]];
  /** Runs it and gives the exit code. `commands`: the whole table. What it needs is loaded only now, so that every command starts as fast as it can. */
  readonly run: (given: Given, session: Session, commands: readonly Command[]) => Promise<number>;
}
