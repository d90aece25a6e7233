import { bytesOf } from '../report/bytes-of.ts';
import type { Redact } from '../report/redact.ts';
import { addressTold } from '../report/reported-target.ts';
import { plainly, sayer, type Limits, type Sayer } from '../report/say.ts';
import { step, type WatchState } from '../monitor/watch-state.ts';
import type { Platform } from '../platform.ts';
import { drafted, type Draft, type DraftLimits } from './draft.ts';
import { gistOf, judgedAgain } from './judged-again.ts';
import type { Running } from './recorder.ts';
import { MAX_RECORDING_BYTES, type RecordedEvent, type Recording } from './recording.ts';
import { redactedAnswer } from './redacted-answer.ts';
import { redactedEvent, redactedIncident, redactedShown, redactedState } from './redacted-state.ts';
import { emptyTape, keptIn, type Entry, type Tape } from './tape.ts';

/** What a recording is of, and what is private in it. */
export interface Setting {
  readonly url: string;
  readonly appVersion: string;
  readonly platform: Platform;
  readonly redact: Redact;
}

const KIB = 1_024;

// In bytes. With the states at the beginning of both parts it stays below `MAX_RECORDING_BYTES`, but for answers that are
// made to be large: of those less is told.
const SIZES: DraftLimits = { head: 112 * KIB, tail: 80 * KIB };
const LIMITS: readonly [Limits, ...Limits[]] = [
  { targets: 1, components: 64, findings: 64, list: 12, text: 200 },
  { targets: 1, components: 8, findings: 8, list: 4, text: 80 },
  { targets: 1, components: 2, findings: 2, list: 2, text: 20 },
];

/** The file of a recording: JSON, a line for each event, without anything private. The same recording gives the same file. */
export function writeRecording(running: Running, setting: Setting): string {
  const say = plainly(setting.redact);
  let text = '';
  for (const limits of LIMITS) {
    text = written(running, setting, sayer(say, limits));
    if (bytesOf(text) <= MAX_RECORDING_BYTES) break;
  }
  return text;
}

function written({ opened, incident, draft }: Running, setting: Setting, say: Sayer): string {
  const first = draft.head.entries[0];
  const start: Start = { beganAt: first?.at ?? opened.startedAt, t: first?.t ?? 0 };
  const { url, appVersion, platform } = setting;
  const about: Omit<Recording, 'parts'> = {
    kind: 'pilot-light-recording',
    edition: 1,
    appVersion: say.text(appVersion),
    platform,
    address: say.text(addressTold(url)),
    beganAt: start.beganAt,
    incident: redactedIncident(incident, say, start.beganAt),
  };
  const { head, tail } = redactedDraft(draft, { ...start, address: about.address, redact: setting.redact, say });
  const parts = [head, ...(tail === undefined ? [] : [tail])].map(partText);
  return `${JSON.stringify(about).slice(0, -1)},"parts":[\n${parts.join(',\n')}\n]}\n`;
}

function partText({ from, cut, entries }: Tape): string {
  const events = entries.map(({ text }) => text).join(',\n');
  return `{"from":${JSON.stringify(from)},"leftOut":${cut},"events":[\n${events}\n]}`;
}

interface Start {
  readonly beganAt: number;
  readonly t: number;
}

interface Means extends Start {
  readonly address: string;
  readonly redact: Redact;
  readonly say: Sayer;
}

// What is redacted has another size: it is laid on tapes anew.
function redactedDraft({ head, tail }: Draft, means: Means): Draft {
  const from = redactedState(head.from, means.say, means.beganAt);
  const begun = laid({ head: emptyTape(from) }, from, head, means);
  if (tail === undefined) return begun;
  const later = redactedState(tail.from, means.say, means.beganAt);
  return laid({ head: begun.head, tail: joint(begun.tail, tail.cut, later) }, later, tail, means);
}

// Where the end begins: behind what did not fit into the head, unless something is missing between the two.
function joint(overflow: Tape | undefined, cut: number, later: WatchState): Tape {
  if (overflow === undefined) return { ...emptyTape(later), cut };
  if (cut === 0) return overflow;
  return { ...emptyTape(later), cut: overflow.cut + overflow.entries.length + cut };
}

function laid(draft: Draft, from: WatchState, tape: Tape, means: Means): Draft {
  let [state, next] = [from, draft];
  for (const entry of tape.entries) {
    const event = redactedEntry(entry, state, means);
    state = step(state, event.event, event.thresholds).state;
    const text = JSON.stringify(event);
    next = drafted(next, { t: entry.t, at: entry.at, text, size: bytesOf(text) }, SIZES);
  }
  return next;
}

function redactedEntry(entry: Entry, state: WatchState, { say, redact, beganAt, t, address }: Means): RecordedEvent {
  const { event: heard, thresholds, shown, answer } = keptIn(entry);
  const event = redactedEvent(heard, say, beganAt);
  const without: RecordedEvent = {
    after: Math.round(entry.t - t),
    event,
    ...(thresholds !== undefined && { thresholds }),
    shown: redactedShown(shown, say, beganAt),
  };
  if (answer === undefined || event.type !== 'judged') return without;
  const clean = redactedAnswer(answer, redact, say);
  if (clean === undefined) return without;
  const again = judgedAgain(clean, { state, at: event.at, beganAt, address });
  return gistOf(again) === gistOf(event.verdict) ? { ...without, answer: clean } : without;
}
