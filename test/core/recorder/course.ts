import fc from 'fast-check';
import { judge } from '../../../core/health/judge.ts';
import type { ProbeResult } from '../../../core/health/probe-result.ts';
import { USUAL_THRESHOLDS, type Thresholds } from '../../../core/monitor/thresholds.ts';
import { freshWatch, step, type WatchEvent, type WatchState } from '../../../core/monitor/watch-state.ts';
import { hear, type Heard, type Recorder, type RecorderLimits, type Running } from '../../../core/recorder/recorder.ts';
import { keptAnswer } from '../../../core/recorder/redacted-answer.ts';
import { writeRecording, type Setting } from '../../../core/recorder/write-recording.ts';
import { redactor } from '../../../core/report/redact.ts';
import { answer, failure } from '../answers.ts';
import { WORDS } from '../report/secrets.ts';
import { fixture } from '../../fixtures/read.ts';
import { NOW } from '../states.ts';

export const GOOD = answer(200, fixture('documented/detailed-200-healthy.json'));
export const SIGNED_OUT = answer(503, fixture('documented/detailed-503-signed-out.json'));
export const REFUSED = failure('refused');
export const SILENT = failure('timeout');

/** What may happen next to a target. `after`: milliseconds since the last event, by a clock that nobody sets. */
export type Happening = { readonly after: number } & (
  | { readonly result: ProbeResult; readonly grace?: boolean }
  | { readonly type: 'paused' | 'resumed' | 'expired' }
  | { readonly by: number }
  | { readonly thresholds: Thresholds }
  /** The watch over it begins anew. */
  | { readonly anew: true }
  | { readonly service: string }
);

/** Probes every four seconds. */
export const probes = (count: number, result: ProbeResult, after = 4_000): readonly Happening[] =>
  Array.from({ length: count }, () => ({ after, result }));

// What was redacted once need not be again: there are thousands of courses here, and they are much alike.
const redact = redactor(WORDS);
const known = new Map<string, string>();
const remembering = (text: string): string => {
  const clean = known.get(text) ?? redact(text);
  known.set(text, clean);
  return clean;
};

const SETTING: Setting = {
  url: 'http://localhost:8000',
  appVersion: '0.1.0',
  platform: 'linux',
  redact: remembering,
};

const ROOMY: RecorderLimits = { ring: 64 * 1_024, mayBegin: true };

export interface Course {
  readonly state: WatchState;
  readonly recorder: Recorder | undefined;
  /** All that was worth keeping, as it was then. */
  readonly kept: readonly Running[];
  readonly heard: readonly Heard[];
}

/** Lives through happenings as a watch and its recorder do. */
export function lived(happenings: readonly Happening[], limits: RecorderLimits = ROOMY): Course {
  let state = freshWatch(NOW);
  let recorder: Recorder | undefined;
  let thresholds = USUAL_THRESHOLDS;
  let [t, at] = [5_000, NOW];
  const kept: Running[] = [];
  const heard: Heard[] = [];
  for (const happening of happenings) {
    t += happening.after;
    at += happening.after;
    if ('by' in happening) at += happening.by;
    if ('thresholds' in happening) thresholds = happening.thresholds;
    if ('anew' in happening) state = freshWatch(at);
    const event = eventOf(happening, at, state);
    if (event === undefined) continue;
    const next = step(state, event, thresholds);
    const given = 'result' in happening ? keptAnswer(happening.result) : undefined;
    const one = {
      event,
      thresholds,
      before: state,
      after: next.state,
      alerts: next.alerts,
      at,
      t,
      ...(given && { answer: given }),
    };
    const recorded = hear(recorder, one, limits);
    [state, recorder] = [next.state, recorded.recorder];
    kept.push(...recorded.worthKeeping);
    heard.push(one);
  }
  return { state, recorder, kept, heard };
}

function eventOf(
  happening: Happening,
  at: number,
  { accepted, verdict: last, probedAt }: WatchState,
): WatchEvent | undefined {
  if ('result' in happening) {
    const before = last?.report && probedAt !== undefined && { report: last.report, at: probedAt };
    const sight = { now: at, port: 8000, ...(before && { before }) };
    const verdict = judge(happening.result, { sight, ...(accepted && { accepted }) });
    return { type: 'judged', verdict, at, ...(happening.grace === true && { grace: true }) };
  }
  if ('by' in happening) return { type: 'shifted', by: happening.by };
  if ('thresholds' in happening || 'anew' in happening) return undefined;
  if ('type' in happening) return { type: happening.type, at };
  return { type: 'accepted', identity: { dialect: 'minimal', basic: true, service: happening.service } };
}

/** The file of a recording. */
export const written = (running: Running, setting: Partial<Setting> = {}): string =>
  writeRecording(running, { ...SETTING, ...setting });

const DAY = 86_400_000;
const result = fc.constantFrom<ProbeResult>(
  GOOD,
  GOOD,
  SIGNED_OUT,
  REFUSED,
  SILENT,
  failure('reset'),
  answer(200, { status: 'degraded' }),
  answer(200, { status: 'ok' }, '/health'),
  answer(200, { status: 'ok', service: 'grafana' }),
  { ...answer(200, { status: 'ok' }), ms: 4.0004 },
  answer(401, ''),
  answer(429, 'slow down'),
  answer(500, '<h1>broken</h1>'),
);
// By the last of these 4.0004 ms are slow, and what they would be rounded to is not.
const thresholds = fc.constantFrom<Thresholds>({}, { confirmAfter: 1 }, { confirmAfter: 5 }, { slowAfterMs: 4 });
const wait = fc.constantFrom(0, 17, 1_000, 4_000, 4_001, 9_999, 60_000, 400_000);

/** Any course of things: probes, pauses, sleeps with their patience, clocks that are set, strangers that are accepted. */
export const happenings: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.record({ after: wait, result }) },
    { weight: 3, arbitrary: fc.record({ after: wait, result, grace: fc.boolean() }) },
    {
      weight: 2,
      arbitrary: fc.record({ after: wait, type: fc.constantFrom('paused', 'resumed', 'expired') }),
    },
    { weight: 1, arbitrary: fc.record({ after: wait, by: fc.integer({ min: -DAY, max: 400 * DAY }) }) },
    { weight: 1, arbitrary: fc.record({ after: wait, anew: fc.constant(true as const) }) },
    { weight: 1, arbitrary: fc.record({ after: wait, thresholds }) },
    { weight: 1, arbitrary: fc.record({ after: wait, service: fc.constantFrom('grafana', 'meridian') }) },
  ),
  { maxLength: 80 },
);
