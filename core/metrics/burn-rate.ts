import type { Course } from './course.ts';
import { RECENT_MS, shareOf, sumOf, type Tally } from './failing.ts';

/** Errors are worth a word from so many times the usual share on. */
const FACTOR = 6;
/** What is less than this share is as good as never. */
const LEAST_USUAL = 0.01;
const MIN_ERRORS = 5;
const MIN_USUAL_REQUESTS = 100;

/**
 * How many times the usual share of errors it is now; nothing when that is not worth a word. As the burn rates of the SRE
 * workbook: seen over a long window (ours: 30 minutes, so that an accident does not count) and over a short one (5
 * minutes, so that it ends soon after the errors do), from the factor 6 on. We know no objective; what was usual for
 * this target in the day before stands for it, and 1 % where that was less.
 * @see https://sre.google/workbook/alerting-on-slos/#6-multiwindow-multi-burn-rate-alerts
 */
export function burnRate({ intervals, past, last }: Course): number | undefined {
  const usual = sumOf(past);
  const long = sumOf(intervals);
  const short = sumOf(intervals.filter(({ from }) => from >= last.at - RECENT_MS));
  if (usual.requests < MIN_USUAL_REQUESTS || long.errors < MIN_ERRORS) return undefined;
  const times = (tally: Tally): number => shareOf(tally) / Math.max(LEAST_USUAL, shareOf(usual));
  return times(short) >= FACTOR && times(long) >= FACTOR ? times(long) : undefined;
}
