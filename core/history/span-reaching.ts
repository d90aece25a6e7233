import { DAY_MS, HOUR_MS } from './bucket.ts';
import { SPANS, type Span } from './look-back.ts';

// A little less than each: its first cell may have begun later.
const REACH_MS: Readonly<Record<Span, number>> = {
  hour: HOUR_MS / 2,
  day: 23 * HOUR_MS,
  week: 6 * DAY_MS,
  month: 28 * DAY_MS,
  year: Infinity,
};

/** The shortest span that reaches back to a moment, or the longest. Times are epoch milliseconds. */
export function spanReaching(at: number, now: number): Span {
  return SPANS.find((span) => now - at <= REACH_MS[span]) ?? 'year';
}
