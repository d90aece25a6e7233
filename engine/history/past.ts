import { HOUR_MS, MINUTE_MS, type Bucket } from '../../core/history/bucket.ts';
import { createCells } from '../../core/history/cells.ts';
import { lookBackOver, type LookBack, type Span } from '../../core/history/look-back.ts';
import type { PastIncident } from '../../core/history/past-incident.ts';
import { readIncident } from '../../core/history/read-incident.ts';
import { minutesLived } from '../../core/history/minutes-lived.ts';
import type { Piece } from '../../core/history/timeline.ts';
import { addBucket, beginOfBucket, readBucket, readPiece } from './codec.ts';
import { edgesOf } from './edges.ts';
import type { EachRecord } from './frames.ts';
import { LEVELS } from './levels.ts';
import type { Reading, TargetFolder } from './target-folder.ts';

const LENGTH_MS = { minutes: MINUTE_MS, hours: HOUR_MS } as const;

// The spans that are told by the minute; the others by the hour, so that a year is read within milliseconds.
const FINE: ReadonlySet<Span> = new Set(['hour', 'day']);

// What is not folded yet is a minute or two.
const TAIL_BYTES = 16 << 10;

/** What is kept of a target over a span that ends now. Any process may ask. Throws the error of the file system. */
export function lookBack(folder: TargetFolder, span: Span, now: number): LookBack {
  const edges = edgesOf(span, now);
  const from = edges[0] ?? now;
  const hours = FINE.has(span) ? NONE : storedBuckets(folder, 'hours', from, now, {});
  const hoursTo = endOf(hours.keys(), HOUR_MS);
  const minutes = storedBuckets(folder, 'minutes', Math.max(from, hoursTo), now, {});
  const minutesTo = Math.max(from, hoursTo, endOf(minutes.keys(), MINUTE_MS));
  const cells = createCells(edges);
  for (const some of [hours, minutes]) {
    for (const [begin, { bytes, at, to }] of some) {
      const cell = cells.at(begin);
      if (cell !== undefined) addBucket(bytes, at, to, cell);
    }
  }
  for (const minute of unfolded(folder, minutesTo, now, { tailBytes: TAIL_BYTES })) cells.at(minute.from)?.add(minute);
  return lookBackOver(span, edges, now, cells.totals(), readIncidents(folder, from, now));
}

/** The minutes from a moment on that are told by probes alone. */
export function unfolded(folder: TargetFolder, from: number, to: number, reading: Reading): readonly Bucket[] {
  const pieces: Piece[] = [];
  const keep: EachRecord = (bytes, begin, end) => {
    const piece = readPiece(bytes, begin, end);
    if (piece.to >= from) pieces.push(piece);
  };
  folder.read('probes', from, to, keep, reading);
  return minutesLived(pieces).filter((minute) => minute.from >= from && minute.from < to);
}

/** The minutes or hours that begin in a time, by their beginning. */
export function readBuckets(
  folder: TargetFolder,
  level: 'minutes' | 'hours',
  from: number,
  to: number,
  reading: Reading,
): ReadonlyMap<number, Bucket> {
  const stored = storedBuckets(folder, level, from, to, reading);
  return new Map(
    [...stored].map(([begin, { bytes, at, to: end }]) => [begin, readBucket(bytes, at, end, LENGTH_MS[level])]),
  );
}

/** A minute or an hour as it stands in the bytes of its file: most are added up without a closer look. */
interface Stored {
  readonly bytes: Buffer;
  readonly at: number;
  readonly to: number;
}

const NONE: ReadonlyMap<number, Stored> = new Map();

// What was told twice counts as it was told last.
function storedBuckets(
  folder: TargetFolder,
  level: 'minutes' | 'hours',
  from: number,
  to: number,
  { onNoFile }: Reading,
): ReadonlyMap<number, Stored> {
  const stored = new Map<number, Stored>();
  const keep: EachRecord = (bytes, at, end) => {
    const begin = beginOfBucket(bytes, at, end, LENGTH_MS[level]);
    if (begin >= from && begin < to) stored.set(begin, { bytes, at, to: end });
  };
  folder.read(level, from, to, keep, { ...(onNoFile !== undefined && { onNoFile }) });
  return stored;
}

/** Where the last of some minutes or hours ends, by their beginnings; before all time, if there are none. */
export function endOf(begins: Iterable<number>, lengthMs: number): number {
  let end = 0;
  for (const begin of begins) end = Math.max(end, begin + lengthMs);
  return end;
}

/** The incidents that may touch a time: those of the files about it, and of the one before. */
export function readIncidents(folder: TargetFolder, from: number, to: number): readonly PastIncident[] {
  const incidents = new Map<string, PastIncident>();
  const keep: EachRecord = (bytes, begin, end) => {
    const incident = readIncident(parsed(bytes.subarray(begin, end)));
    if (incident !== undefined) incidents.set(incident.id, incident);
  };
  folder.read('incidents', from - LEVELS.incidents.periodMs, to, keep);
  return [...incidents.values()];
}

function parsed(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString('utf8'));
  } catch {
    // Whole and yet no JSON: nobody wrote that but somebody by hand. It is no incident.
    return undefined;
  }
}
