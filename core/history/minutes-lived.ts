import { fold, minutesOf, type Bucket } from './bucket.ts';
import type { Piece } from './timeline.ts';

/**
 * The minutes that pieces add up to, in the order in which they were written. Where one begins before the end of the one
 * before it, the clock was set back: what was told of that time gives way.
 */
export function minutesLived(pieces: Iterable<Piece>): readonly Bucket[] {
  const minutes = new Map<number, Bucket>();
  let upTo = 0;
  for (const piece of pieces) {
    const shares = minutesOf(piece);
    if (piece.from < upTo) forgetFrom(minutes, shares[0]?.from ?? piece.from);
    upTo = piece.to;
    for (const share of shares) {
      const before = minutes.get(share.from);
      minutes.set(share.from, before === undefined ? share : fold(before, share));
    }
  }
  return [...minutes.values()];
}

function forgetFrom(minutes: Map<number, Bucket>, from: number): void {
  for (const begin of minutes.keys()) {
    if (begin >= from) minutes.delete(begin);
  }
}
