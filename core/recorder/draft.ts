import { emptyTape, endOf, onTape, type Entry, type Tape } from './tape.ts';

/** A recording under way: how it began, and, of one that lasts long, how it went on of late. */
export interface Draft {
  readonly head: Tape;
  /** Absent while everything fits into the head. */
  readonly tail?: Tape;
}

/** How much a draft keeps of its beginning and of its end; sizes as its entries have them. */
export interface DraftLimits {
  readonly head: number;
  readonly tail: number;
}

/** A small recording is whole; of one with thousands of events that say little, nobody reads the middle. */
export const MAX_EVENTS = { head: 1_000, tail: 500 } as const;

/** The draft with one more event: behind its beginning while there is room, and else at its end, which moves on. */
export function drafted({ head, tail }: Draft, entry: Entry, limits: DraftLimits): Draft {
  const hasRoom = head.size + entry.size <= limits.head && head.entries.length < MAX_EVENTS.head;
  if (tail === undefined && (hasRoom || head.entries.length === 0)) {
    return { head: onTape(head, entry, { size: Infinity, count: Infinity }) };
  }
  const end = tail ?? emptyTape(endOf(head));
  return { head, tail: onTape(end, entry, { size: limits.tail, count: MAX_EVENTS.tail }) };
}
