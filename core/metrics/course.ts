import { isFailingAfter } from './failing.ts';
import { intervalBetween, type Interval, type ReadPage } from './interval.ts';

/** How far back the figures look, in milliseconds. */
export const WINDOW_MS = 30 * 60_000;

/** What was counted in an hour that the window no longer holds. */
interface Hour {
  readonly from: number;
  readonly requests: number;
  readonly errors: number;
}

/** All that is remembered of the traffic of one target, from page to page. Times are monotonic milliseconds. */
export interface Course {
  readonly last: ReadPage;
  /** Those that lie in the window as a whole, oldest first. */
  readonly intervals: readonly Interval[];
  /** The day before the window, to know what is usual. */
  readonly past: readonly Hour[];
  /** True from the moment on which most requests failed until one works, or the proxy was started anew. */
  readonly failing: boolean;
}

const MAX_INTERVALS = 240;
const HOUR_MS = 3_600_000;
const MAX_HOURS = 24;

/** The course with one more page; the first page only says where counting begins. */
export function follow(course: Course | undefined, page: ReadPage): Course {
  if (course === undefined || page.at <= course.last.at) return { last: page, intervals: [], past: [], failing: false };
  const interval = intervalBetween(course.last, page);
  const all = [...course.intervals, interval];
  const kept = all.filter(({ from }, index) => from >= page.at - WINDOW_MS && index >= all.length - MAX_INTERVALS);
  return {
    last: page,
    intervals: kept,
    past: remembered(course.past, all.slice(0, all.length - kept.length), page.at),
    failing: isFailingAfter(course.failing, kept, interval),
  };
}

function remembered(past: readonly Hour[], gone: readonly Interval[], now: number): readonly Hour[] {
  return gone.reduce(added, past).filter(({ from }) => from >= now - MAX_HOURS * HOUR_MS);
}

function added(past: readonly Hour[], { from, requests, errors }: Interval): readonly Hour[] {
  const last = past.at(-1);
  if (last === undefined || from >= last.from + HOUR_MS) return [...past, { from, requests, errors }];
  return [...past.slice(0, -1), { from: last.from, requests: last.requests + requests, errors: last.errors + errors }];
}
