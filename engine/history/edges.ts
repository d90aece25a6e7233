import { beginOf, DAY_MS, HOUR_MS, MINUTE_MS } from '../../core/history/bucket.ts';
import type { Span } from '../../core/history/look-back.ts';

const WEEK_MS = 7 * DAY_MS;
// The first day of all was a Thursday.
const MONDAY_MS = 4 * DAY_MS;
const HALF_HOUR_MS = 30 * MINUTE_MS;
const DAYS_A_WEEK = 7;

/**
 * Where the cells of a span begin, and where the last one ends: it is the one that now falls into. 60 minutes; 48 half
 * hours; 56 times three hours or 30 days by the clock on the user's wall (so a cell may be an hour longer or shorter), but on
 * whole hours of UTC, as no finer ones are kept; 52 weeks from Monday on, of whole days of UTC for the same reason.
 */
export function edgesOf(span: Span, now: number): readonly number[] {
  switch (span) {
    case 'hour':
      return evenly(60, MINUTE_MS, now);
    case 'day':
      return evenly(48, HALF_HOUR_MS, now);
    case 'week':
      return locally(56, 8, now, (day) => [0, 3, 6, 9, 12, 15, 18, 21].map((hour) => [day, hour]));
    case 'month':
      return locally(30, 31, now, (day) => [[day, 0]]);
    case 'year':
      return evenly(52, WEEK_MS, now, MONDAY_MS);
  }
}

function evenly(cells: number, lengthMs: number, now: number, firstMs = 0): readonly number[] {
  const end = beginOf(now - firstMs, lengthMs) + firstMs + lengthMs;
  return Array.from({ length: cells + 1 }, (_, i) => end - (cells - i) * lengthMs);
}

// Days are counted from today, which is 0; `of` names the edges of each by day and hour of the local clock.
function locally(
  cells: number,
  daysBack: number,
  now: number,
  of: (day: number) => readonly (readonly [day: number, hour: number])[],
): readonly number[] {
  const today = new Date(now);
  const moment = (day: number, hour: number): number =>
    beginOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() + day, hour).getTime(), HOUR_MS);
  // A week, and one day more: on whole hours of UTC an edge may lie a little before its midnight.
  const days = Array.from({ length: daysBack + DAYS_A_WEEK + 2 }, (_, i) => i - daysBack);
  const edges = days.flatMap(of).map(([day, hour]) => moment(day, hour));
  const end = edges.findIndex((edge) => edge > now);
  return edges.slice(end - cells, end + 1);
}
