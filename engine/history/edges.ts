import { beginOf, HOUR_MS, MINUTE_MS } from '../../core/history/bucket.ts';
import type { Span } from '../../core/history/look-back.ts';

const HALF_HOUR_MS = 30 * MINUTE_MS;
const DAYS_A_WEEK = 7;

/**
 * Where the cells of a span begin, and where the last one ends: it is the one that now falls into. 60 minutes; 48 half
 * hours; 56 times three hours, 30 days or 52 weeks from Monday on, these by the clock on the user's wall (so a cell may be
 * an hour longer or shorter), but on whole hours of UTC, as no finer ones are kept.
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
      return locally(52, 53 * DAYS_A_WEEK, now, (day) => (isMonday(day, now) ? [[day, 0]] : []));
  }
}

function evenly(cells: number, lengthMs: number, now: number): readonly number[] {
  const end = beginOf(now, lengthMs) + lengthMs;
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

function isMonday(day: number, now: number): boolean {
  return (new Date(now).getDay() + day - 1) % DAYS_A_WEEK === 0;
}
