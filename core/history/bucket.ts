import { merged, NO_ANSWERS, withAnswer, type Histogram } from './latency.ts';
import { NOTHING_KEPT, onlyOf, plus, type Kept } from './states.ts';
import type { Piece } from './timeline.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** What is kept of one minute, one hour, or one day (of UTC). */
export interface Bucket {
  /** When it begins, in epoch milliseconds. */
  readonly from: number;
  readonly kept: Kept;
  readonly probes: number;
  /** Probes that brought no answer that is understood. */
  readonly failures: number;
  readonly latency: Histogram;
}

export function emptyBucket(from: number): Bucket {
  return { from, kept: NOTHING_KEPT, probes: 0, failures: 0, latency: NO_ANSWERS };
}

/** When the minute, hour or day of a moment begins. */
export function beginOf(at: number, lengthMs: number): number {
  return Math.floor(at / lengthMs) * lengthMs;
}

/** Both together, from the earlier beginning on: associative and commutative. */
export function fold(a: Bucket, b: Bucket): Bucket {
  return {
    from: Math.min(a.from, b.from),
    kept: plus(a.kept, b.kept),
    probes: a.probes + b.probes,
    failures: a.failures + b.failures,
    latency: merged(a.latency, b.latency),
  };
}

/** The minutes that a piece lies in, each with its share. A probe counts in the minute in which it ended. */
export function minutesOf({ from, to, state, probe }: Piece): readonly Bucket[] {
  const minutes: Bucket[] = [];
  for (let begin = beginOf(from, MINUTE_MS); begin <= to; begin += MINUTE_MS) {
    const ms = Math.min(to, begin + MINUTE_MS) - Math.max(from, begin);
    const isLast = begin + MINUTE_MS > to;
    const lived: Bucket = { ...emptyBucket(begin), kept: onlyOf(state, ms) };
    if (isLast && probe !== undefined) minutes.push(probed(lived, probe.ms));
    else if (ms > 0 && state !== 'gap') minutes.push(lived);
  }
  return minutes;
}

function probed(bucket: Bucket, ms: number | undefined): Bucket {
  if (ms === undefined) return { ...bucket, probes: 1, failures: 1 };
  return { ...bucket, probes: 1, latency: withAnswer(NO_ANSWERS, ms) };
}
