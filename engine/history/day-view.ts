import { availabilityOf, cellOf, type Availability } from '../../core/history/availability.ts';
import type { Bucket } from '../../core/history/bucket.ts';
import { NOTHING_KEPT, plus, type Kept } from '../../core/history/states.ts';
import { edgesOf } from './edges.ts';

const MINUTE_MS = 60_000;

/** The last day of one target, in memory: it is in every snapshot, and looked up nowhere. */
export interface DayView {
  /** Adds what was lived in a minute, or in a part of it. */
  add(minute: Bucket): void;
  /** Takes the place of all that was added. */
  fill(minutes: readonly Bucket[]): void;
  /** The same object until a minute has passed, or `isNews`; anew each time while nothing of the day was observed. */
  availability(now: number, isNews: boolean, incidents: (from: number) => number): Availability;
}

export function createDayView(now: number): DayView {
  let edges = edgesOf('day', now);
  let cells: Kept[] = edges.slice(1).map(() => NOTHING_KEPT);
  let last: Availability | undefined;

  const add = ({ from, kept }: Bucket): void => {
    const cell = cellOf(edges, from);
    if (cell !== undefined) cells[cell] = plus(cells[cell] ?? NOTHING_KEPT, kept);
  };
  // A clock that was set back brings back cells that are gone: they are empty until they are filled.
  const turnTo = (at: number): void => {
    if (at >= (edges.at(-2) ?? 0) && at < (edges.at(-1) ?? 0)) return;
    const before = new Map(cells.map((kept, i) => [edges[i], kept]));
    edges = edgesOf('day', at);
    cells = edges.slice(0, -1).map((edge) => before.get(edge) ?? NOTHING_KEPT);
  };
  return {
    add: (minute) => {
      if (minute.from >= (edges.at(-1) ?? 0)) turnTo(minute.from);
      add(minute);
    },
    fill: (minutes) => {
      cells = cells.map(() => NOTHING_KEPT);
      minutes.forEach(add);
      last = undefined;
    },
    availability: (at, isNews, incidents) => {
      turnTo(at);
      const held = last?.edges === edges && last.uptime !== undefined ? last : undefined;
      if (held !== undefined && !isNews && Math.abs(at - held.to) < MINUTE_MS) return held;
      last = availabilityOf(edges, at, cells, incidents(edges[0] ?? at));
      return last;
    },
  };
}
