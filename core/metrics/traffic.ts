import { burnRate } from './burn-rate.ts';
import { WINDOW_MS, type Course } from './course.ts';
import { shareOf, sumOf } from './failing.ts';
import type { Interval } from './interval.ts';
import { histogramQuantile, type Quantile } from './quantile.ts';

/** A kind of error and how often it happened: a plain, bounded name, empty where nobody says what it was. */
export interface ErrorType {
  readonly name: string;
  readonly count: number;
}

/** The traffic of a target over a window of time, as its own metrics tell it: small, plain, bounded. */
export interface Traffic {
  /** When the newest page was read, in epoch milliseconds. */
  readonly at: number;
  /** Milliseconds that are covered: 30 minutes at most; none after the first page, which only says where counting begins. */
  readonly windowMs: number;
  readonly requestsPerMinute?: number;
  /** From 0 to 1; absent without requests. */
  readonly errorShare?: number;
  /** The most frequent first. */
  readonly errorTypes: readonly ErrorType[];
  /** In milliseconds. */
  readonly p50?: Quantile;
  readonly p95?: Quantile;
  readonly p99?: Quantile;
  /** Requests under way. */
  readonly active?: number;
  /** What the proxy's metrics say of its Claude CLI. */
  readonly cli?: boolean;
  /** True when our own probes may be among the requests. */
  readonly countsProbes: boolean;
  /** Requests a minute in equal parts of the last 30 minutes, oldest first; nothing where nobody looked. */
  readonly course: readonly (number | undefined)[];
  readonly failing: boolean;
  /** How many times the usual share of errors it is, where that is worth a word. */
  readonly burnRate?: number;
}

/** Into so many parts the window is cut. */
export const PARTS = 30;

const PART_MS = WINDOW_MS / PARTS;
const MINUTE_MS = 60_000;
const MAX_ERROR_TYPES = 5;

/** The figures of a course. `at`: now, in epoch milliseconds. */
export function trafficOf(course: Course, at: number): Traffic {
  const { intervals, failing, last } = course;
  const windowMs = intervals.reduce((sum, { from, to }) => sum + (to - from), 0);
  const tally = sumOf(intervals);
  const { families, active, cli, countsProbes } = last.meters;
  const burn = burnRate(course);
  return {
    at,
    windowMs,
    errorTypes: frequent(intervals),
    course: cutUp(intervals, last.at),
    countsProbes,
    failing,
    ...quantiles(intervals),
    ...(families.requests !== undefined &&
      windowMs > 0 && { requestsPerMinute: (tally.requests * MINUTE_MS) / windowMs }),
    ...(tally.requests > 0 && { errorShare: shareOf(tally) }),
    ...(active !== undefined && { active }),
    ...(cli !== undefined && { cli }),
    ...(burn !== undefined && { burnRate: burn }),
  };
}

function frequent(intervals: readonly Interval[]): readonly ErrorType[] {
  return [...summed(intervals.map(({ errorTypes }) => errorTypes))]
    .map(([name, count]) => ({ name, count }))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MAX_ERROR_TYPES);
}

function quantiles(intervals: readonly Interval[]): Pick<Traffic, 'p50' | 'p95' | 'p99'> {
  const counts = summed(intervals.map(({ buckets }) => buckets));
  const buckets = [...counts].map(([bound, count]) => ({ bound, count }));
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((q) => histogramQuantile(q, buckets));
  return { ...(p50 && { p50 }), ...(p95 && { p95 }), ...(p99 && { p99 }) };
}

function summed<K>(maps: readonly ReadonlyMap<K, number>[]): ReadonlyMap<K, number> {
  const sums = new Map<K, number>();
  for (const map of maps) for (const [key, value] of map) sums.set(key, (sums.get(key) ?? 0) + value);
  return sums;
}

// What happened between two pages is spread evenly over the time between them.
function cutUp(intervals: readonly Interval[], now: number): readonly (number | undefined)[] {
  return Array.from({ length: PARTS }, (_, index) => {
    const from = now - WINDOW_MS + index * PART_MS;
    const shares = intervals.map((interval) => overlap(interval, from, from + PART_MS));
    const seenMs = shares.reduce((sum, { ms }) => sum + ms, 0);
    const requests = shares.reduce((sum, share) => sum + share.requests, 0);
    return seenMs > 0 ? (requests * MINUTE_MS) / seenMs : undefined;
  });
}

function overlap({ from, to, requests }: Interval, start: number, end: number): { ms: number; requests: number } {
  const ms = Math.max(0, Math.min(to, end) - Math.max(from, start));
  return { ms, requests: (requests * ms) / (to - from) };
}
