/** The last errors of this app, for the report that a user may write. */
export interface ErrorMemory {
  /** Keeps a line that is redacted already. */
  readonly keep: (line: string) => void;
  /** Newest last. */
  readonly recent: () => readonly string[];
}

const MAX_LINES = 20;
const MAX_LINE = 2_000;

/** Remembers the last twenty lines, each cut after 2,000 characters. */
export function rememberErrors(): ErrorMemory {
  let lines: readonly string[] = [];
  return {
    keep: (line) => {
      lines = [...lines, line.trimEnd().slice(0, MAX_LINE)].slice(-MAX_LINES);
    },
    recent: () => lines,
  };
}
