import { DAY_MS, HOUR_MS, MINUTE_MS, type Bucket } from '../../core/history/bucket.ts';
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

/** How long what is kept in one record of a level is. */
export const LENGTH_MS = { minutes: MINUTE_MS, hours: HOUR_MS, days: DAY_MS } as const;

/** The levels of folded time, each folded out of the one before. */
export type FoldedLevel = keyof typeof LENGTH_MS;

// Of which levels a span is told, the coarsest first: what it does not tell yet is told by the next.
const LEVELS_OF: Readonly<Record<Span, readonly FoldedLevel[]>> = {
  hour: ['minutes'],
  day: ['minutes'],
  week: ['hours', 'minutes'],
  month: ['hours', 'minutes'],
  year: ['days', 'hours', 'minutes'],
};

// What is not folded yet is a minute or two.
const TAIL_BYTES = 16 << 10;

/** What is kept of a target over a span that ends now. Any process may ask. Throws the error of the file system. */
export function lookBack(folder: TargetFolder, span: Span, now: number): LookBack {
  const edges = edgesOf(span, now);
  const from = edges[0] ?? now;
  const cells = createCells(edges);
  let upTo = from;
  for (const level of LEVELS_OF[span]) {
    const stored = storedBuckets(folder, level, upTo, now, {});
    for (const [begin, { bytes, at, to }] of stored) {
      const cell = cells.at(begin);
      if (cell !== undefined) addBucket(bytes, at, to, cell);
    }
    upTo = Math.max(upTo, endOf(stored.keys(), LENGTH_MS[level]));
  }
  for (const minute of unfolded(folder, upTo, now, { tailBytes: TAIL_BYTES })) cells.at(minute.from)?.add(minute);
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

/** What a level holds of a time, by its beginning. */
export function readBuckets(
  folder: TargetFolder,
  level: FoldedLevel,
  from: number,
  to: number,
  reading: Reading,
): ReadonlyMap<number, Bucket> {
  const stored = storedBuckets(folder, level, from, to, reading);
  return new Map(
    [...stored].map(([begin, { bytes, at, to: end }]) => [begin, readBucket(bytes, at, end, LENGTH_MS[level])]),
  );
}

/** A minute, an hour or a day as it stands in the bytes of its file: most are added up without a closer look. */
interface Stored {
  readonly bytes: Buffer;
  readonly at: number;
  readonly to: number;
}

// What was told twice counts as it was told last.
function storedBuckets(
  folder: TargetFolder,
  level: FoldedLevel,
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

/** Where the last of some minutes, hours or days ends, by their beginnings; before all time, if there are none. */
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
