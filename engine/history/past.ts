import { HOUR_MS, MINUTE_MS, type Bucket } from '../../core/history/bucket.ts';
import { lookBackOver, type LookBack, type Span } from '../../core/history/look-back.ts';
import type { PastIncident } from '../../core/history/past-incident.ts';
import { readIncident } from '../../core/history/read-incident.ts';
import { minutesLived } from '../../core/history/minutes-lived.ts';
import type { Piece } from '../../core/history/timeline.ts';
import { readBucket, readPiece } from './codec.ts';
import { edgesOf } from './edges.ts';
import { LEVELS } from './levels.ts';
import type { Reading, TargetFolder } from './target-folder.ts';

const LENGTH_MS = { minutes: MINUTE_MS, hours: HOUR_MS } as const;

// The spans that are told by the minute; the others by the hour, so that a year is read within milliseconds.
const FINE: ReadonlySet<Span> = new Set(['hour', 'day']);

// What is not folded yet is a minute or two.
const TAIL_BYTES = 64 << 10;

/** What is kept of a target over a span that ends now. Any process may ask. Throws the error of the file system. */
export function lookBack(folder: TargetFolder, span: Span, now: number): LookBack {
  const edges = edgesOf(span, now);
  const from = edges[0] ?? now;
  const reading = { tailBytes: TAIL_BYTES };
  const hours = FINE.has(span) ? [] : [...readBuckets(folder, 'hours', from, now, {}).values()];
  const minutes = minutesSince(folder, Math.max(from, endOf(hours, HOUR_MS)), now, reading);
  return lookBackOver(span, edges, now, [...hours, ...minutes], readIncidents(folder, from, now));
}

/** The minutes from a moment on, those included that are not folded yet. */
function minutesSince(folder: TargetFolder, from: number, to: number, reading: Reading): readonly Bucket[] {
  const folded = [...readBuckets(folder, 'minutes', from, to, reading).values()];
  return [...folded, ...unfolded(folder, Math.max(from, endOf(folded, MINUTE_MS)), to, reading)];
}

/** The minutes from a moment on that are told by probes alone. */
export function unfolded(folder: TargetFolder, from: number, to: number, reading: Reading): readonly Bucket[] {
  const pieces: Piece[] = [];
  folder.read('probes', from, to, (payload) => pieces.push(readPiece(payload)), reading);
  return minutesLived(pieces).filter((minute) => minute.from >= from && minute.from < to);
}

/** The minutes or hours that begin in a time, by their beginning. What was told twice counts as it was told last. */
export function readBuckets(
  folder: TargetFolder,
  level: 'minutes' | 'hours',
  from: number,
  to: number,
  { onNoFile }: Reading,
): ReadonlyMap<number, Bucket> {
  const buckets = new Map<number, Bucket>();
  const keep = (payload: Buffer): void => {
    const bucket = readBucket(payload, LENGTH_MS[level]);
    if (bucket.from >= from && bucket.from < to) buckets.set(bucket.from, bucket);
  };
  folder.read(level, from, to, keep, { ...(onNoFile !== undefined && { onNoFile }) });
  return buckets;
}

/** Where the last of some minutes or hours ends; before all time, if there are none. */
export function endOf(buckets: readonly Bucket[], lengthMs: number): number {
  return buckets.reduce((end, { from }) => Math.max(end, from + lengthMs), 0);
}

/** The incidents that may touch a time: those of the files about it, and of the one before. */
export function readIncidents(folder: TargetFolder, from: number, to: number): readonly PastIncident[] {
  const incidents = new Map<string, PastIncident>();
  const keep = (payload: Buffer): void => {
    const incident = readIncident(parsed(payload));
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
