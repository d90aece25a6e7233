import type { Alert } from '../monitor/alerts.ts';
import type { Incident } from '../monitor/incident.ts';
import type { Thresholds } from '../monitor/thresholds.ts';
import type { WatchEvent, WatchState } from '../monitor/watch-state.ts';
import { drafted, type Draft, type DraftLimits } from './draft.ts';
import type { RecordedAnswer } from './recording.ts';
import { shownOf } from './shown.ts';
import { emptyTape, onTape, type Entry, type Kept, type Tape } from './tape.ts';

/** How long before the first sight of a fault a recording begins, and how long after its end it goes on. */
export const BEFORE_MS = 60_000;
export const AFTER_MS = 5 * 60_000;

/** Of the minute before, at most so many events: those of a popup that is open. */
const MAX_BEFORE = 128;
/** In characters, before anything private is taken out. */
const WHILE_RUNNING: DraftLimits = { head: 128 * 1_024, tail: 96 * 1_024 };

/** One event of a watch, as the recorder hears it. */
export interface Heard {
  readonly event: WatchEvent;
  readonly before: WatchState;
  readonly after: WatchState;
  readonly thresholds: Thresholds;
  readonly alerts: readonly Alert[];
  /** What was judged, where one answer alone was. */
  readonly answer?: RecordedAnswer;
  /** Epoch milliseconds, and milliseconds by a clock that nobody sets. */
  readonly at: number;
  readonly t: number;
}

/** A recording of one incident, still under way. */
export interface Running {
  /** As it was when it was confirmed: by its beginning the recording is found again. */
  readonly opened: Incident;
  /** As it is now. */
  readonly incident: Incident;
  readonly draft: Draft;
  /** `t` at which it ends; absent while the incident lasts. */
  readonly closesAt?: number;
}

/** What the recorder remembers of one target: the last minute, and the recording that is under way. */
export interface Recorder {
  readonly ring: Tape;
  /** The state after the last event that was heard. */
  readonly last: WatchState;
  readonly running?: Running;
}

/** `worthKeeping`: a recording that has changed in a way that should survive the end of the app. */
export interface Recorded {
  readonly recorder: Recorder;
  readonly worthKeeping: readonly Running[];
}

export interface RecorderLimits {
  /** How many characters the last minute may take. */
  readonly ring: number;
  /** Whether one more recording may begin. */
  readonly mayBegin: boolean;
}

/**
 * Hears of one event. A recording begins when an incident is confirmed, with what was heard since a minute before its first
 * sight; it ends five minutes after the incident, or when the next one begins. Pure and total.
 */
export function hear(recorder: Recorder | undefined, heard: Heard, limits: RecorderLimits): Recorded {
  // A watch that began anew starts from nothing: what was heard before does not lead there.
  const goesOn = recorder?.last === heard.before;
  const tape = recorder !== undefined && goesOn ? recorder.ring : emptyTape(heard.before);
  const entry = entryOf(heard, tape.entries.length === 0);
  const ring = onTape(tape, entry, {
    size: limits.ring,
    count: MAX_BEFORE,
    since: sinceWhen(heard),
  });
  const before = recorder?.running;
  const opened = heard.before.incident === undefined ? heard.after.incident : undefined;
  const continued = before && continuation(before, entry, heard, opened !== undefined || !goesOn);
  const begun =
    opened !== undefined && limits.mayBegin ? { opened, incident: opened, draft: { head: ring } } : undefined;
  const running = begun ?? (continued !== undefined && !isOver(continued, heard.t) ? continued : undefined);
  return {
    recorder: { ring, last: heard.after, ...(running !== undefined && { running }) },
    worthKeeping: [continued, begun].flatMap((each) => (each && isNews(each, before, heard.t) ? [each] : [])),
  };
}

// The answer is of use where it brought something new; a thousand that say the same are not.
function entryOf({ event, before, after, thresholds, alerts, answer, at, t }: Heard, isFirst: boolean): Entry {
  const isNew = isFirst || sight(before) !== sight(after);
  const kept: Kept = {
    event,
    ...(Object.keys(thresholds).length > 0 && { thresholds }),
    shown: shownOf(after, alerts),
    ...(answer !== undefined && isNew && { answer }),
  };
  const text = JSON.stringify(kept);
  return { t, at, text, size: text.length };
}

function sight({ light, findings }: WatchState): string {
  return [light, ...findings.map(({ id }) => id)].join(' ');
}

// What may turn out to be a fault began with its first sight; one that is confirmed already has its recording.
function sinceWhen({ before: { incident }, after: { streak }, at, t }: Heard): number {
  const sighted = [
    ...(streak.kind === 'bad' ? [streak.startedAt] : []),
    ...(streak.silent > 0 ? [streak.silentSince] : []),
  ];
  const ages = incident === undefined ? sighted.map((moment) => at - moment) : [];
  return t - Math.max(0, ...ages) - BEFORE_MS;
}

function continuation(running: Running, entry: Entry, { before, after, t }: Heard, isOther: boolean): Running {
  const { closesAt = Infinity, draft } = running;
  if (isOther || t > closesAt) return { ...running, closesAt: Math.min(closesAt, t) };
  const hasEnded = before.incident !== undefined && after.incident === undefined;
  return {
    ...running,
    draft: drafted(draft, entry, WHILE_RUNNING),
    incident: after.incident ?? (hasEnded ? (after.lastIncident ?? running.incident) : running.incident),
    ...(hasEnded && { closesAt: t + AFTER_MS }),
  };
}

function isOver({ closesAt = Infinity }: Running, t: number): boolean {
  return t >= closesAt;
}

// What would be lost with the app: that it began, that it ended, and what came after.
function isNews(running: Running, before: Running | undefined, t: number): boolean {
  return running.opened !== before?.opened || running.closesAt !== before.closesAt || isOver(running, t);
}
