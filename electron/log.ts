/** Tells the terminal or the system journal what went wrong. Never throws and shows no dialog. */
export type Log = (what: string, error?: unknown) => void;

// A terminal would obey some of these, and an error may quote what came from outside.
const NO_TEXT = /[^\P{C}\n]/gu;

/** A log of time-stamped lines with what is known of each error, without what `redact` takes out; all of it plain text. */
export function logTo(write: (line: string) => void, redact: (text: string) => string): Log {
  return (what, error) => {
    // The time is our own: only the rest is looked through, and only once nothing is hidden by such characters.
    const told = redact(`${what}${error === undefined ? '' : `: ${tell(error)}`}`.replaceAll(NO_TEXT, ''));
    write(`${new Date().toISOString()} ${told}\n`);
  };
}

/** Writes a line to the terminal. */
export function writeToStderr(line: string): void {
  process.stderr.write(line);
}

/** Prints a line for the program that reads what we print. */
export function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}

function tell(error: unknown): string {
  try {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } catch {
    // Anything can be thrown, also what cannot be made a text.
    return 'an error that does not tell what it is';
  }
}
