import {
  beginOf,
  DAY_MS,
  emptyBucket,
  fold,
  HOUR_MS,
  MINUTE_MS,
  minutesOf,
  type Bucket,
} from '../../core/history/bucket.ts';
import type { PastIncident } from '../../core/history/past-incident.ts';
import type { Piece } from '../../core/history/timeline.ts';
import { bucketBytes, incidentBytes, pieceBytes } from './codec.ts';
import { framed } from './frames.ts';
import type { Level } from './levels.ts';
import { endOf, LENGTH_MS, readBuckets, unfolded, type FoldedLevel } from './past.ts';
import type { Entry, Reading, TargetFolder } from './target-folder.ts';

const MONTH_MS = 30 * DAY_MS;
const YEAR_MS = 366 * DAY_MS;
const SETTLED_MS = 2 * MINUTE_MS;
// What cannot be written for hours is given up, the oldest first.
const MOST_PENDING = 4_000;

/**
 * Writes down what one target lived: every piece, then the minutes and hours that they add up to. Each level is folded out of
 * the one before, and what a crash left unfolded is folded at the next start. Methods that read or write throw what
 * `TargetFolder` throws; they can be tried again.
 */
export class Ledger {
  readonly #folder: TargetFolder;
  readonly #reading: Reading;
  /** The minutes that are not over, by their beginning. */
  readonly #open = new Map<number, Bucket>();
  #pending: Entry[] = [];
  #isLoaded = false;
  #hoursUpTo = 0;

  constructor(folder: TargetFolder, reading: Reading) {
    this.#folder = folder;
    this.#reading = reading;
  }

  isLoaded(): boolean {
    return this.#isLoaded;
  }

  add(piece: Piece): void {
    this.#put('probes', piece.to, pieceBytes(piece));
    for (const minute of minutesOf(piece)) this.#addTo(minute);
    this.settle(piece.to);
  }

  addIncident(incident: PastIncident): void {
    this.#put('incidents', incident.startedAt, incidentBytes(incident));
  }

  /** No piece will begin before this moment: the minutes before it are over. All are, when the clock was set back. */
  settle(at: number): void {
    if (!this.#isLoaded) return;
    for (const minute of this.#open.values()) {
      if (minute.from + MINUTE_MS <= at) {
        this.#open.delete(minute.from);
        this.#put('minutes', minute.from, bucketBytes(minute, MINUTE_MS));
      }
    }
  }

  /** Takes up what earlier lives of the app have written. Until then nothing is written. Returns the minutes of the last day. */
  load(now: number): readonly Bucket[] {
    const to = now + MINUTE_MS;
    const folded = readBuckets(this.#folder, 'minutes', now - DAY_MS, to, this.#reading);
    const rest = unfolded(this.#folder, Math.max(now - 2 * DAY_MS, endOf(folded.keys(), MINUTE_MS)), to, this.#reading);
    const live = [...this.#open.values()];
    this.#isLoaded = true;
    rest.forEach((minute) => this.#addTo(minute));
    return [...folded.values(), ...rest, ...live];
  }

  /** Writes what is waiting. */
  flush(): void {
    if (!this.#isLoaded || this.#pending.length === 0) return;
    this.#folder.append(this.#pending, (kept) => {
      const done = new Set(kept);
      this.#pending = this.#pending.filter((entry) => !done.has(entry));
    });
  }

  /** Whether an hour is over, and its last minute has been settled, that was not folded. */
  owesHours(now: number): boolean {
    return this.#isLoaded && beginOf(now - SETTLED_MS, HOUR_MS) !== this.#hoursUpTo;
  }

  /** Folds the hours and days that are over, and removes a file that is too old. */
  foldHours(now: number): void {
    const hour = beginOf(now - SETTLED_MS, HOUR_MS);
    this.flush();
    this.#fold('minutes', 'hours', hour - MONTH_MS, hour);
    this.#fold('hours', 'days', hour - YEAR_MS, hour);
    // A clock that was set far ahead is not believed at once.
    this.#folder.prune(this.#hoursUpTo === 0 ? now : Math.min(now, this.#hoursUpTo + 2 * HOUR_MS));
    this.#hoursUpTo = hour;
  }

  #fold(source: FoldedLevel, target: FoldedLevel, since: number, until: number): void {
    const lengthMs = LENGTH_MS[target];
    const [earliest, upTo] = [beginOf(since, lengthMs), beginOf(until, lengthMs)];
    const known = readBuckets(this.#folder, target, earliest, upTo, this.#reading);
    // The last one again: a clock that was set back may have told it anew.
    const from = Math.min(Math.max(earliest, endOf(known.keys(), lengthMs)), upTo - lengthMs);
    for (const bucket of added(readBuckets(this.#folder, source, from, upTo, this.#reading).values(), lengthMs)) {
      const bytes = bucketBytes(bucket, lengthMs);
      const before = known.get(bucket.from);
      const isNew = before === undefined || bucketBytes(before, lengthMs).join() !== bytes.join();
      if (isNew) this.#put(target, bucket.from, bytes);
    }
    this.flush();
  }

  #addTo(minute: Bucket): void {
    this.#open.set(minute.from, fold(this.#open.get(minute.from) ?? emptyBucket(minute.from), minute));
  }

  #put(level: Level, at: number, payload: Uint8Array): void {
    this.#pending.push({ level, at, frame: framed(payload) });
    if (this.#pending.length > MOST_PENDING) this.#pending.shift();
  }
}

function added(buckets: Iterable<Bucket>, lengthMs: number): Iterable<Bucket> {
  const all = new Map<number, Bucket>();
  for (const bucket of buckets) {
    const begin = beginOf(bucket.from, lengthMs);
    all.set(begin, fold(all.get(begin) ?? emptyBucket(begin), bucket));
  }
  return all.values();
}
