import { step, type WatchState } from '../monitor/watch-state.ts';
import type { RecordedEvent } from './recording.ts';

/** One event on a tape. As text it takes a third of the memory, and its size is known. */
export interface Entry {
  /** Milliseconds by a clock that nobody sets. */
  readonly t: number;
  /** Epoch milliseconds on the wall clock as it stood then. */
  readonly at: number;
  /** What happened, as JSON. */
  readonly text: string;
  readonly size: number;
}

/** What is kept of an event before it has its place in a recording. */
export type Kept = Omit<RecordedEvent, 'after'>;

/** Events without a gap between them, and the state before the first of them. */
export interface Tape {
  readonly from: WatchState;
  readonly entries: readonly Entry[];
  readonly size: number;
  /** How many events were cut off at its beginning. */
  readonly cut: number;
}

/** How much of its past a tape keeps. The newest event is kept whatever its size. */
export interface TapeLimits {
  readonly size: number;
  readonly count: number;
  /** What happened before this moment is cut off; `t` of an entry. */
  readonly since?: number;
}

export function emptyTape(from: WatchState): Tape {
  return { from, entries: [], size: 0, cut: 0 };
}

/** The tape with one more event, and without the oldest where it would grow too large or too old. */
export function onTape(tape: Tape, entry: Entry, limits: TapeLimits): Tape {
  const entries = [...tape.entries, entry];
  let { from, cut } = tape;
  let size = tape.size + entry.size;
  let first = 0;
  for (; first < entries.length - 1; first += 1) {
    const oldest = entries[first];
    if (oldest === undefined || fits(oldest, size, entries.length - first, limits)) break;
    from = moved(from, oldest);
    size -= oldest.size;
    cut += 1;
  }
  return { from, entries: first === 0 ? entries : entries.slice(first), size, cut };
}

function fits(oldest: Entry, size: number, count: number, limits: TapeLimits): boolean {
  return size <= limits.size && count <= limits.count && oldest.t >= (limits.since ?? -Infinity);
}

/** The state after the last event of a tape. */
export function endOf({ from, entries }: Tape): WatchState {
  return entries.reduce(moved, from);
}

/** What an entry holds. */
export function keptIn({ text }: Entry): Kept {
  // It is our own text, written from the same type.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(text) as Kept;
}

function moved(state: WatchState, entry: Entry): WatchState {
  const { event, thresholds } = keptIn(entry);
  return step(state, event, thresholds).state;
}
