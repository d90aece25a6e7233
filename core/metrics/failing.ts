import type { Interval } from './interval.ts';

/** A burst of failures counts within so many milliseconds. */
export const RECENT_MS = 5 * 60_000;

/** So many failures, and such a share of all requests, are no accident. */
const MIN_FAILURES = 5;
const MOST = 0.5;

/**
 * Whether most requests fail, while they are made: it begins with five failures, and half of all requests, within five
 * minutes, the newest among them; and it ends with the first page on which more than half of the new requests worked, or
 * when the proxy was started anew. Silence ends nothing: who asks no more has not been helped.
 */
export function isFailingAfter(failing: boolean, intervals: readonly Interval[], newest: Interval): boolean {
  if (newest.restarted) return false;
  const failsNow = shareOf(newest) >= MOST;
  if (newest.requests === 0 || failing) return newest.requests === 0 ? failing : failsNow;
  const recent = sumOf(intervals.filter(({ from }) => from >= newest.to - RECENT_MS));
  return failsNow && recent.errors >= MIN_FAILURES && shareOf(recent) >= MOST;
}

/** What was counted. */
export interface Tally {
  readonly requests: number;
  readonly errors: number;
}

export function sumOf(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { requests, errors }) => ({ requests: sum.requests + requests, errors: sum.errors + errors }),
    { requests: 0, errors: 0 },
  );
}

/** The share of requests that failed, from 0 to 1; without requests, 0. */
export function shareOf({ requests, errors }: Tally): number {
  return requests > 0 ? Math.min(1, errors / requests) : 0;
}
