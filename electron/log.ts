/** Tells the terminal or the system journal what went wrong. Never throws and shows no dialog. */
export type Log = (what: string, error?: unknown) => void;

/** Writes to stderr, one time-stamped line and what is known of the error. */
export const logToStderr: Log = (what, error) => {
  process.stderr.write(`${new Date().toISOString()} ${what}${error === undefined ? '' : `: ${told(error)}`}\n`);
};

function told(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
