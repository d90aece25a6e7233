import type { Bucket } from '../../core/history/bucket.ts';
import type { BucketSum } from '../../core/history/cells.ts';
import { LAST_BUCKET } from '../../core/history/latency.ts';
import { KEPT_STATES, type Kept } from '../../core/history/states.ts';
import type { PastIncident } from '../../core/history/past-incident.ts';
import type { Piece, ProbeMark } from '../../core/history/timeline.ts';

// Numbers are whole, and stand in groups of seven bits, the lowest first: most take a byte or two.
const MORE = 0x80;

function put(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= MORE) {
    bytes.push((rest % MORE) + MORE);
    rest = Math.floor(rest / MORE);
  }
  bytes.push(rest);
}

/** Reads the numbers of a record one after the other; zeros beyond its end. */
class Cursor {
  readonly #bytes: Uint8Array;
  readonly #to: number;
  #at: number;

  constructor(bytes: Uint8Array, from: number, to: number) {
    this.#bytes = bytes;
    this.#at = from;
    this.#to = to;
  }

  next(): number {
    let value = 0;
    let scale = 1;
    while (this.#at < this.#to) {
      const byte = this.#bytes[this.#at] ?? 0;
      this.#at += 1;
      if (byte < MORE) return value + byte * scale;
      value += (byte - MORE) * scale;
      scale *= MORE;
    }
    return value;
  }

  isAtEnd(): boolean {
    return this.#at >= this.#to;
  }
}

// Durations of probes in tenths of a millisecond; zero says that there was no answer.
const PER_MS = 10;
const GAP = KEPT_STATES.length;

/** The bytes of one piece. */
export function pieceBytes({ from, to, state, probe }: Piece): Uint8Array {
  const bytes: number[] = [];
  const index = state === 'gap' ? GAP : KEPT_STATES.indexOf(state);
  put(bytes, from);
  put(bytes, to - from);
  put(bytes, index);
  if (probe !== undefined) put(bytes, probe.ms === undefined ? 0 : 1 + Math.round(probe.ms * PER_MS));
  return Uint8Array.from(bytes);
}

export function readPiece(bytes: Uint8Array, begin: number, end: number): Piece {
  const cursor = new Cursor(bytes, begin, end);
  const from = cursor.next();
  const to = from + cursor.next();
  const state = KEPT_STATES[cursor.next()] ?? 'gap';
  return cursor.isAtEnd() ? { from, to, state } : { from, to, state, probe: probeOf(cursor.next()) };
}

function probeOf(stored: number): ProbeMark {
  return stored === 0 ? {} : { ms: (stored - 1) / PER_MS };
}

/** The bytes of a minute, or of an hour: `lengthMs` says which. */
export function bucketBytes({ from, kept, probes, failures, latency }: Bucket, lengthMs: number): Uint8Array {
  const bytes: number[] = [];
  for (const value of [from / lengthMs, ...kept, probes, failures, ...latency]) put(bytes, value);
  return Uint8Array.from(bytes);
}

/** When a minute or an hour begins, without reading on. */
export function beginOfBucket(bytes: Uint8Array, begin: number, end: number, lengthMs: number): number {
  return new Cursor(bytes, begin, end).next() * lengthMs;
}

/** Adds a minute or an hour to a sum. */
export function addBucket(bytes: Uint8Array, begin: number, end: number, sum: BucketSum): void {
  const cursor = new Cursor(bytes, begin, end);
  cursor.next();
  for (let state = 0; state < KEPT_STATES.length; state += 1) sum.addKept(state, cursor.next());
  sum.addProbes(cursor.next(), cursor.next());
  while (!cursor.isAtEnd()) sum.addAnswers(cursor.next(), cursor.next());
}

export function readBucket(bytes: Uint8Array, begin: number, end: number, lengthMs: number): Bucket {
  const cursor = new Cursor(bytes, begin, end);
  const from = cursor.next() * lengthMs;
  const kept: Kept = [cursor.next(), cursor.next(), cursor.next(), cursor.next()];
  const [probes, failures] = [cursor.next(), cursor.next()];
  const latency: number[] = [];
  while (!cursor.isAtEnd() && latency.length < 2 * (LAST_BUCKET + 1)) latency.push(cursor.next(), cursor.next());
  return { from, kept, probes, failures, latency };
}

// A story longer than this is told in short: by its root cause, or without evidence.
const LONGEST_STORY = 16_384;

/** The bytes of one incident: JSON. */
export function incidentBytes(incident: PastIncident): Uint8Array {
  const { evidence } = incident;
  const tellings = [evidence, evidence.slice(0, 1), []].map((some) =>
    Buffer.from(JSON.stringify({ ...incident, evidence: some }), 'utf8'),
  );
  return tellings.find(({ length }) => length <= LONGEST_STORY) ?? Buffer.alloc(1);
}
