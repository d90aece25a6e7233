import type { Bucket } from '../../core/history/bucket.ts';
import { lookBackOver, type LookBack, type Span } from '../../core/history/look-back.ts';
import { withAnswer } from '../../core/history/latency.ts';
import type { PastIncident } from '../../core/history/past-incident.ts';
import type { Kept } from '../../core/history/states.ts';
import type { Snapshot } from '../../core/snapshot.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long a target has been watched, and how. `gap`: the computer was away for most of the time. */
export type PastName = 'empty' | 'one-hour' | 'one-day' | 'one-year' | 'gap';

const LIVED_MS: Readonly<Record<PastName, number>> = {
  empty: 0,
  'one-hour': HOUR,
  'one-day': DAY,
  'one-year': 366 * DAY,
  gap: 366 * DAY,
};

const CELLS: Readonly<Record<Span, readonly [count: number, lengthMs: number]>> = {
  hour: [60, MINUTE],
  day: [48, 30 * MINUTE],
  week: [56, 3 * HOUR],
  month: [30, DAY],
  year: [52, 7 * DAY],
};

const OUTAGES: readonly (readonly [agoMs: number, lengthMs: number, incident: Omit<PastIncident, keyof Times>])[] = [
  [25 * MINUTE, 2 * MINUTE + 4 * SECOND, portTaken()],
  [9 * HOUR, 11 * MINUTE, signedOut()],
  [30 * HOUR, 45 * MINUTE, slow()],
  [4 * DAY, 3 * HOUR, signedOut()],
  [17 * DAY, 9 * MINUTE, portTaken()],
  [90 * DAY, 2 * DAY, slow()],
  [200 * DAY, 5 * HOUR, signedOut()],
];

type Times = Pick<PastIncident, 'id' | 'startedAt' | 'confirmedAt' | 'endedAt' | 'told'>;

function portTaken(): Omit<PastIncident, keyof Times> {
  return {
    root: 'port-taken',
    evidence: [
      { id: 'port-taken', severity: 'down', evidence: { port: 8_000, name: 'python3 http.server' } },
      { id: 'proxy-not-running', severity: 'down', evidence: {} },
    ],
    ending: 'recovered',
  };
}

function signedOut(): Omit<PastIncident, keyof Times> {
  return {
    root: 'signed-out',
    component: 'authentication',
    evidence: [
      { id: 'signed-out', severity: 'down', component: 'authentication', evidence: { said: 'not signed in' } },
    ],
    ending: 'recovered',
    note: 'The login ends after 30 days. Renew it in time.',
  };
}

function slow(): Omit<PastIncident, keyof Times> {
  return {
    root: 'slow-answer',
    evidence: [{ id: 'slow-answer', severity: 'degraded', evidence: { ms: 2_300 } }],
    ending: 'unseen',
  };
}

/** The incidents of a past, newest first. */
function incidentsOf(name: PastName, now: number): readonly PastIncident[] {
  return OUTAGES.filter(([agoMs]) => agoMs < LIVED_MS[name]).map(([agoMs, lengthMs, incident], i) => {
    const startedAt = now - agoMs;
    const endedAt = startedAt + lengthMs;
    return {
      ...incident,
      id: `incident-${i}`,
      startedAt,
      confirmedAt: startedAt + 3 * SECOND,
      ...(incident.ending !== 'unseen' && { endedAt }),
      ...(incident.root === 'signed-out' && {
        provedBy: { finding: 'signed-out', step: 'sign-in', isPassive: false, at: endedAt - 2 * SECOND } as const,
      }),
      told: [
        { what: 'failed', at: startedAt + 4 * SECOND },
        ...(incident.ending === 'unseen' ? [] : [{ what: 'recovered', at: endedAt } as const]),
      ],
    };
  });
}

/** What is known of a past, as the real rules add it up from its hours and minutes. */
export function pastOf(name: PastName, span: Span, now: number): LookBack {
  const [count, lengthMs] = CELLS[span];
  const end = Math.floor(now / lengthMs) * lengthMs + lengthMs;
  const edges = Array.from({ length: count + 1 }, (_, i) => end - (count - i) * lengthMs);
  const buckets = edges.slice(0, -1).map((from) => bucketOf(name, from, Math.min(now, from + lengthMs), now));
  return lookBackOver(span, edges, now, buckets, incidentsOf(name, now));
}

/** The snapshot of targets that have this past. */
export function withPast(snapshot: Snapshot, name: PastName): Snapshot {
  const { availability } = pastOf(name, 'day', snapshot.at);
  return { ...snapshot, targets: snapshot.targets.map((target) => ({ ...target, availability })) };
}

function bucketOf(name: PastName, from: number, to: number, now: number): Bucket {
  const begin = Math.max(from, now - LIVED_MS[name]);
  const seenMs = Math.max(0, (to - begin) * seenShare(name, from, to, now));
  const downMs = overlap(name, begin, to, now, (root) => root !== 'slow-answer');
  const slowMs = overlap(name, begin, to, now, (root) => root === 'slow-answer');
  const kept: Kept = [Math.max(0, seenMs - downMs - slowMs), slowMs, downMs, 0];
  const probes = Math.round(seenMs / (4 * SECOND));
  // Something that goes up and down, and has no end: no chance is needed for it.
  const wave = 1 + Math.abs(Math.sin(from / (5 * HOUR)) + Math.sin(from / (13 * MINUTE))) / 2;
  const latency = [3, 4, 4, 5, 6, 9, 14].reduce((all, ms) => withAnswer(all, ms * wave), [] as readonly number[]);
  return { from, kept, probes, failures: 0, latency: seenMs - downMs > 0 ? latency : [] };
}

// At night the computer sleeps.
function seenShare(name: PastName, from: number, to: number, now: number): number {
  if (name === 'gap') return now - to > 5 * HOUR && now - to < 200 * DAY ? 0 : 1;
  if (to - from > 12 * HOUR) return 0.66;
  const hour = (from / HOUR) % 24;
  return to - from === 3 * HOUR && hour >= 0 && hour < 6 ? 0 : 1;
}

function overlap(name: PastName, from: number, to: number, now: number, isMeant: (root: string) => boolean): number {
  return OUTAGES.filter(([agoMs, , { root }]) => agoMs < LIVED_MS[name] && isMeant(root)).reduce(
    (sum, [agoMs, lengthMs]) => sum + Math.max(0, Math.min(to, now - agoMs + lengthMs) - Math.max(from, now - agoMs)),
    0,
  );
}
