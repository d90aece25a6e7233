/** What is known of the metrics of a target. Times are monotonic milliseconds. */
export interface Asking {
  /** When they were asked for last; absent: not since the proxy was started. */
  readonly askedAt?: number;
  /** How long the last answer took. */
  readonly ms: number;
  /** How often in a row they were not to be had; nothing ever was where they never were. */
  readonly misses: number;
  readonly had: boolean;
}

export const NEVER_ASKED: Asking = { ms: 0, misses: 0, had: false };

/** Milliseconds between two pages: while somebody looks on, otherwise, and where there are none. */
const WATCHED_MS = 15_000;
const CALM_MS = 60_000;
const SELDOM_MS = 3_600_000;

/** A page that takes long may use one part in so many of the time. */
const SHARE = 100;
/** A page that was there is missed so often before it is given up. */
const PATIENCE = 3;

/** Whether it is time to ask for a page of metrics. `closely`: somebody looks on, and asking is cheap. */
export function isDue({ askedAt, ms, misses, had }: Asking, now: number, closely: boolean): boolean {
  if (askedAt === undefined) return true;
  const isGivenUp = misses >= (had ? PATIENCE : 1);
  const every = isGivenUp ? SELDOM_MS : closely ? WATCHED_MS : CALM_MS;
  return now - askedAt >= Math.max(every, ms * SHARE);
}

/** What is known after asking. `has`: whether there was a page of metrics. */
export function asked(before: Asking, at: number, ms: number, has: boolean): Asking {
  return { askedAt: at, ms, misses: has ? 0 : before.misses + 1, had: has || before.had };
}

/** What is known when another process may answer from now on: it is asked anew. */
export function anew({ misses: _misses, askedAt: _askedAt, ...rest }: Asking): Asking {
  return { ...rest, misses: 0 };
}
