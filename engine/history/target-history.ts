import type { Availability } from '../../core/history/availability.ts';
import { DAY_MS, minutesOf } from '../../core/history/bucket.ts';
import type { Tidy } from '../../core/history/incident-course.ts';
import type { LookBack, Span } from '../../core/history/look-back.ts';
import type { ProvedBy, ToldOfIncident } from '../../core/history/past-incident.ts';
import { stateOf, type TimelineState } from '../../core/history/states.ts';
import {
  freshTimeline,
  goOn,
  LONGEST_PIECE_MS,
  lookOn,
  type Lived,
  type ProbeMark,
  type Timeline,
} from '../../core/history/timeline.ts';
import type { Verdict } from '../../core/health/verdict.ts';
import type { Happened } from '../happened.ts';
import { createDayView, type DayView } from './day-view.ts';
import { createIncidentBook, type IncidentBook } from './incident-book.ts';
import { Ledger } from './ledger.ts';
import { lookBack, readIncidents } from './past.ts';
import type { Reading, TargetFolder } from './target-folder.ts';

// A probe every four seconds tells of itself in time.
const UNTOLD_MS = 4_000;

/** The memory of one target. Methods throw what `TargetFolder` throws. */
export class TargetHistory {
  readonly #folder: TargetFolder;
  readonly #ledger: Ledger;
  readonly #day: DayView;
  readonly #book: IncidentBook;
  #timeline: Timeline;
  /** What the watch says, asleep or not. */
  #state: TimelineState = 'gap';
  #hasNews = false;

  constructor(folder: TargetFolder, now: number, tidy: Tidy, reading: Reading) {
    this.#folder = folder;
    this.#ledger = new Ledger(folder, reading);
    this.#day = createDayView(now);
    this.#book = createIncidentBook(tidy, (incident) => {
      this.#ledger.addIncident(incident);
      this.#hasNews = true;
    });
    this.#timeline = freshTimeline(now);
  }

  isLoaded(): boolean {
    return this.#ledger.isLoaded();
  }

  see({ event, after, at, holdsMs }: Happened): void {
    const state = stateOf(after.light);
    this.#hasNews ||= state !== this.#state;
    this.#state = state;
    this.#book.see(after, at);
    const probe = event.type === 'judged' && after.light !== 'paused' ? markOf(event.verdict) : undefined;
    this.#live(goOn(this.#timeline, { at, state, holdsMs, ...(probe !== undefined && { probe }) }));
  }

  /** Time goes on, though nothing has happened; nothing to tell, if something has within `untoldMs`. */
  look(now: number, untoldMs = UNTOLD_MS): void {
    if (Math.abs(now - this.#timeline.upTo) >= untoldMs) this.#live(lookOn(this.#timeline, now));
    // No piece reaches back further.
    this.#ledger.settle(now - LONGEST_PIECE_MS);
  }

  /** Nobody watches from now on. */
  sleep(now: number): void {
    this.#live(goOn(this.#timeline, { at: now, state: 'gap', holdsMs: 0 }));
  }

  /** A pause goes on after a sleep; everything else is proved anew. */
  wake(now: number): void {
    if (this.#state === 'paused') this.#live(goOn(this.#timeline, { at: now, state: 'paused', holdsMs: Infinity }));
  }

  told(told: ToldOfIncident): void {
    this.#book.told(told);
  }

  proved(provedBy: ProvedBy): void {
    this.#book.proved(provedBy);
  }

  load(now: number): void {
    this.#day.fill(this.#ledger.load(now));
    this.#book.recall(readIncidents(this.#folder, now - DAY_MS, now));
    this.#hasNews = true;
  }

  flush(): void {
    this.#ledger.flush();
  }

  owesHours(now: number): boolean {
    return this.#ledger.owesHours(now);
  }

  foldHours(now: number): void {
    this.#ledger.foldHours(now);
  }

  /** The last day, as far as it is told; nothing until it was looked up. */
  availability(): Availability | undefined {
    if (!this.isLoaded()) return undefined;
    const isNews = this.#hasNews;
    this.#hasNews = false;
    const { upTo } = this.#timeline;
    return this.#day.availability(upTo, isNews, (from) => this.#book.countSince(from, upTo));
  }

  lookBack(span: Span, now: number): LookBack {
    return lookBack(this.#folder, span, now);
  }

  /** Whether there is such an incident. */
  note(id: string, note: string, now: number): boolean {
    const incident = readIncidents(this.#folder, 0, now).find((each) => each.id === id);
    if (incident !== undefined) this.#book.note(incident, note);
    return incident !== undefined;
  }

  #live({ timeline, piece }: Lived): void {
    const isSetBack = timeline.upTo < this.#timeline.upTo;
    this.#timeline = timeline;
    if (isSetBack) this.#turnBack(timeline.upTo);
    if (piece === undefined) return;
    this.#ledger.add(piece);
    for (const minute of minutesOf(piece)) this.#day.add(minute);
  }

  // Time is told a second time: what was told before counts up to now, and what follows takes the place of the rest.
  #turnBack(now: number): void {
    this.#ledger.settle(Infinity);
    this.#ledger.flush();
    if (this.isLoaded()) this.#day.fill(this.#ledger.load(now));
  }
}

// Tenths of a millisecond are all that is kept.
const PER_MS = 10;

function markOf({ report, ms }: Verdict): ProbeMark {
  return report === undefined ? {} : { ms: Math.round(ms * PER_MS) / PER_MS };
}
