import * as v from 'valibot';
import { CONTRADICTION_IDS, FINDING_IDS, type Evidence, type Finding } from '../health/finding.ts';
import type { Report } from '../health/report.ts';
import type { Verdict } from '../health/verdict.ts';
import type { Alert } from '../monitor/alerts.ts';
import type { Incident } from '../monitor/incident.ts';
import type { WatchEvent, WatchState } from '../monitor/watch-state.ts';
import { MAX_TIME } from '../moment.ts';
import { isHarmless } from '../plain.ts';
import { MAX_EVENTS } from './draft.ts';
import { MAX_BODY } from './redacted-answer.ts';
import type { RecordedEvent, Recording } from './recording.ts';

type Read<T> = v.GenericSchema<unknown, T>;

const MAX_TEXT = 1_600;
const MAX_LIST = 128;
// Of a state of flapping, 21 are looked at, and of alerts those of an hour.
const MAX_REMEMBERED = 64;

// What is not plain was not written by a recorder, and could reach a terminal.
const text = v.pipe(v.string(), v.maxLength(MAX_TEXT), v.check(isHarmless));
const time = v.pipe(v.number(), v.integer(), v.minValue(-MAX_TIME), v.maxValue(MAX_TIME));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));
const texts = v.pipe(v.array(text), v.maxLength(MAX_LIST));
const maybe = v.exactOptional;

const health = v.picklist(['healthy', 'degraded', 'down', 'unknown']);
const light = v.picklist(['healthy', 'degraded', 'down', 'unknown', 'paused']);
const findingId = v.picklist(FINDING_IDS);

// All that `redactedFindings` keeps.
const EVIDENCE = {
  status: maybe(count),
  code: maybe(text),
  path: maybe(text),
  port: maybe(count),
  host: maybe(text),
  name: maybe(text),
  pid: maybe(count),
  said: maybe(text),
  saidBy: maybe(v.literal('cli')),
  searchedPaths: maybe(texts),
  retryAfterSeconds: maybe(count),
  contradiction: maybe(v.picklist(CONTRADICTION_IDS)),
  version: maybe(text),
  names: maybe(texts),
  ms: maybe(amount),
  at: maybe(time),
  bytes: maybe(count),
  count: maybe(count),
  times: maybe(count),
} satisfies Readonly<Record<Exclude<keyof Evidence, 'user'>, unknown>>;

const finding: Read<Finding> = v.strictObject({
  id: findingId,
  severity: v.picklist(['degraded', 'down', 'unknown', 'hint']),
  component: maybe(text),
  evidence: v.strictObject(EVIDENCE),
});
const findings = v.pipe(v.array(finding), v.maxLength(MAX_LIST));

const component = v.strictObject({
  id: text,
  health,
  role: v.picklist(['required', 'part', 'optional']),
  word: maybe(text),
  message: maybe(text),
  version: maybe(text),
  path: maybe(text),
  uptimeSeconds: maybe(amount),
  port: maybe(count),
  host: maybe(text),
  requests: maybe(count),
  errors: maybe(count),
  signedIn: maybe(v.boolean()),
  checkedAt: maybe(v.pipe(v.number(), v.finite())),
});

const reportedError = v.variant('kind', [
  v.strictObject({ kind: v.literal('cli-not-found'), searchedPaths: texts }),
  v.strictObject({ kind: v.literal('signed-out') }),
  v.strictObject({ kind: v.literal('port-taken'), port: maybe(count), host: maybe(text) }),
  v.strictObject({ kind: v.literal('other') }),
]);

const report: Read<Report> = v.strictObject({
  dialect: text,
  basic: v.boolean(),
  overall: health,
  word: maybe(text),
  service: maybe(text),
  version: maybe(text),
  components: v.pipe(v.array(component), v.maxLength(MAX_LIST)),
  omitted: count,
  configuration: maybe(v.strictObject({ host: maybe(text), port: maybe(count), openToAllOrigins: maybe(v.boolean()) })),
  error: maybe(reportedError),
  said: maybe(text),
});

const identity = v.strictObject({ dialect: text, basic: v.boolean(), service: maybe(text) });

const verdict: Read<Verdict> = v.strictObject({
  light: health,
  findings,
  report: maybe(report),
  stranger: maybe(identity),
  inconclusive: v.boolean(),
  ms: amount,
  path: text,
});

const incident: Read<Incident> = v.strictObject({
  number: count,
  root: findingId,
  component: maybe(text),
  startedAt: time,
  endedAt: maybe(time),
});

const state: Read<WatchState> = v.strictObject({
  light,
  confirmed: v.boolean(),
  since: time,
  findings,
  verdict: maybe(verdict),
  probedAt: maybe(time),
  accepted: maybe(identity),
  streak: v.strictObject({
    kind: v.picklist(['none', 'good', 'bad', 'unclear']),
    count,
    startedAt: time,
    silent: count,
    silentSince: time,
  }),
  settled: light,
  flapping: v.strictObject({
    history: v.pipe(v.array(v.boolean()), v.maxLength(MAX_REMEMBERED)),
    active: v.boolean(),
  }),
  incident: maybe(incident),
  lastIncident: maybe(incident),
  told: v.pipe(
    v.strictObject({
      trouble: v.optional(incident),
      flapping: v.boolean(),
      at: v.pipe(v.array(time), v.maxLength(MAX_REMEMBERED)),
    }),
    // JSON has no `undefined`, which stands here for "nothing was told".
    v.transform(({ trouble, flapping, at }) => ({ trouble, flapping, at })),
  ),
});

const event: Read<WatchEvent> = v.variant('type', [
  v.strictObject({ type: v.literal('judged'), verdict, at: time, grace: maybe(v.boolean()) }),
  v.strictObject({ type: v.literal('expired'), at: time }),
  v.strictObject({ type: v.literal('shifted'), by: time }),
  v.strictObject({ type: v.literal('accepted'), identity }),
  v.strictObject({ type: v.literal('paused'), at: time }),
  v.strictObject({ type: v.literal('resumed'), at: time }),
]);

const alert: Read<Alert> = v.variant('type', [
  v.strictObject({ type: v.literal('incident-opened'), incident }),
  v.strictObject({ type: v.literal('incident-closed'), incident }),
  v.strictObject({ type: v.literal('flapping-started') }),
]);

const recorded: Read<RecordedEvent> = v.strictObject({
  after: count,
  event,
  thresholds: maybe(v.strictObject({ confirmAfter: maybe(count), slowAfterMs: maybe(amount) })),
  shown: v.strictObject({
    light,
    confirmed: v.boolean(),
    findings: v.pipe(v.array(findingId), v.maxLength(MAX_LIST)),
    alerts: v.pipe(v.array(alert), v.maxLength(MAX_REMEMBERED)),
  }),
  answer: maybe(
    v.strictObject({
      status: count,
      path: text,
      headers: v.strictObject({
        contentType: maybe(text),
        retryAfter: maybe(text),
        server: maybe(text),
        closes: maybe(v.boolean()),
      }),
      body: v.pipe(v.string(), v.maxLength(MAX_BODY)),
    }),
  ),
});

/** Exactly what `writeRecording` writes, and bounded in everything. */
export const recordingSchema: Read<Recording> = v.strictObject({
  kind: v.literal('pilot-light-recording'),
  edition: v.literal(1),
  appVersion: text,
  platform: v.picklist(['linux', 'mac', 'windows']),
  address: text,
  beganAt: time,
  incident,
  parts: v.pipe(
    v.array(
      v.strictObject({
        from: state,
        leftOut: count,
        events: v.pipe(v.array(recorded), v.maxLength(MAX_EVENTS.head + MAX_EVENTS.tail)),
      }),
    ),
    v.minLength(1),
    v.maxLength(2),
  ),
});
