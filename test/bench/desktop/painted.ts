import { setTimeout as wait } from 'node:timers/promises';
import type { Area, Screen } from './x-screen.ts';

/** What was seen, and when the display had told all of it (milliseconds, monotonic). */
export interface Frame {
  readonly at: number;
  readonly pixels: Buffer;
}

/** So fine that a line of text cannot hide between two rows, and so coarse that looking costs a millisecond. */
const EVERY_ROW = 8;
const PAUSE_MS = 2;

// A clock that ticks on, or a pulse, is no reason to call it unpainted: as much as this may still change.
const OF_CONTENT = 0.1;
const OF_ALL = 0.002;

/** Looks at a part of the screen again and again for some time, and keeps what differs from what was there before. */
export async function watchScreen(screen: Screen, area: Area, durationMs: number): Promise<readonly Frame[]> {
  const frames: Frame[] = [];
  const until = performance.now() + durationMs;
  while (performance.now() < until) {
    // oxlint-disable-next-line no-await-in-loop
    const pixels = await screen.capture(area, EVERY_ROW);
    if (frames.at(-1)?.pixels.equals(pixels) !== true) frames.push({ at: performance.now(), pixels });
    // oxlint-disable-next-line no-await-in-loop
    await wait(PAUSE_MS);
  }
  return frames;
}

/** The moment from which on it looked as it does at the end. Throws when that is how it looked from the start. */
export function paintedAt(frames: readonly Frame[]): number {
  const last = frames.at(-1);
  if (last === undefined) throw new RangeError('nothing was looked at');
  const allowed = toleranceOf(last.pixels);
  const unlike = frames.findLastIndex(({ pixels }) => differences(pixels, last.pixels) > allowed);
  const painted = frames[unlike + 1];
  if (unlike < 0 || painted === undefined) throw new Error('nothing appeared where the popup should');
  return painted.at;
}

/** A tenth of the pixels that are not background: without its text, or with other text, a page is not yet painted. */
function toleranceOf(pixels: Buffer): number {
  const counts = new Map<number, number>();
  const all = wordsOf(pixels);
  for (const pixel of all) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const content = all.length - Math.max(...counts.values());
  return Math.max(OF_CONTENT * content, OF_ALL * all.length);
}

function differences(a: Buffer, b: Buffer): number {
  const [these, those] = [wordsOf(a), wordsOf(b)];
  return these.reduce((count, pixel, i) => (pixel === those[i] ? count : count + 1), 0);
}

// The bytes of a Buffer may lie where words may not.
function wordsOf(pixels: Buffer): Uint32Array {
  return new Uint32Array(new Uint8Array(pixels).buffer);
}
