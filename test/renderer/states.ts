import { readSettings, TARGET_COLOURS, type TargetColour } from '../../core/settings.ts';
import type { Proof } from '../../core/advice/proof.ts';
import { judge, type Known } from '../../core/health/judge.ts';
import type { ProbeResult } from '../../core/health/probe-result.ts';
import { freshWatch, step, type WatchState } from '../../core/monitor/watch-state.ts';
import { lightOfAll, type Snapshot, type TargetView } from '../../core/snapshot.ts';
import type { Traffic } from '../../core/metrics/traffic.ts';
import type { CliSeen, LocalSight, PortOwner } from '../../core/sight/local-sight.ts';
import { targetView } from '../../core/target-view.ts';
import { answer, failure } from '../core/answers.ts';
import { DOCUMENTED_PROBLEMS } from '../simulator/bodies.ts';
import { trafficUntil } from './traffics.ts';
import { detailed, healthy, HOSTILE, MANY, OPEN_TO_NETWORK, SIGNED_OUT, SLOW } from './bodies.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

/** A probe that ended so many milliseconds ago. */
type Past = readonly [agoMs: number, result: ProbeResult];

const signedOut = answer(503, detailed(SIGNED_OUT));
const basic = answer(200, { status: 'ok', timestamp: '2026-11-22T09:40:00.000Z' }, '/health');
const refused = failure('refused');
const silent = failure('timeout');

const OWNER: PortOwner = { kind: 'known', pid: 4_121, name: 'python3 http.server' };

const SIGN_IN = { finding: 'signed-out', step: 'sign-in', isPassive: false } as const;

const CLI: CliSeen = { path: '/usr/local/bin/claude', source: 'path', state: 'program', version: '2.1.330' };

/** What this computer sees wherever a proxy tells nothing of it. */
const SIGHT: LocalSight = {
  cli: { candidates: [CLI], chosen: CLI, searched: ['/usr/local/bin'] },
  signIn: { place: 'file', present: true, subscription: 'max', overriddenBy: [] },
};

/** And what it sees where the CLI is missing for everybody. */
const NO_CLI: LocalSight = { ...SIGHT, cli: { candidates: [], searched: SIGHT.cli.searched } };

/** The same result again and again, the last time so many milliseconds ago. */
function seen(times: number, lastAgoMs: number, result: ProbeResult): readonly Past[] {
  return Array.from({ length: times }, (_, i): Past => [lastAgoMs + (times - 1 - i) * SECOND, result]);
}

/** What was seen until each named state was reached, the oldest first. */
function coursesUntil(now: number) {
  const good = answer(200, detailed(healthy(now + 31 * DAY + MINUTE)));
  const before = seen(2, 5 * MINUTE, good);
  const repaired = [...seen(2, 51 * MINUTE, signedOut), ...seen(2, 49 * MINUTE - 5 * SECOND, good)];
  return {
    starting: [],
    healthy: [...repaired, [SECOND, good]],
    fixed: [...repaired, ...seen(30, 10 * SECOND, signedOut), ...seen(2, SECOND, good)],
    basic: seen(2, SECOND, basic),
    'signed-out': [...before, ...seen(70, 2 * SECOND, signedOut)],
    watching: [...before, ...seen(70, 2 * SECOND, signedOut)],
    'still-failing': [...before, ...seen(70, 2 * SECOND, signedOut)],
    'cli-missing': seen(40, SECOND, answer(503, DOCUMENTED_PROBLEMS['cli-missing'])),
    'port-taken': seen(40, SECOND, answer(503, DOCUMENTED_PROBLEMS['port-taken'])),
    'not-running': [...before, ...seen(24, SECOND, refused)],
    'not-responding-yet': [...before, [SECOND, silent]],
    'not-responding': [...before, ...seen(12, SECOND, silent)],
    confirming: [...before, [SECOND, signedOut]],
    recovering: [...seen(9, 10 * SECOND, signedOut), [SECOND, good]],
    'upstream-failing': seen(20, SECOND, good),
    degraded: seen(20, SECOND, answer(200, detailed(SLOW))),
    unknown: seen(20, SECOND, answer(404, '{"detail":"Not Found"}')),
    stranger: seen(20, SECOND, answer(200, '<!doctype html><title>Welcome</title>')),
    slow: seen(3, SECOND, { ...good, ms: 1_840 }),
    exposed: seen(2, SECOND, answer(200, detailed(OPEN_TO_NETWORK))),
    many: seen(2, SECOND, answer(200, detailed(MANY))),
    hostile: seen(2, SECOND, answer(503, detailed(HOSTILE))),
  } as const satisfies Record<string, readonly Past[]>;
}

type Course = keyof ReturnType<typeof coursesUntil>;

/** What the user takes for slow. */
const THRESHOLDS = { slowAfterMs: 1_000 };

/** The named states of one target. */
export type StateName = Course | 'paused' | 'stale' | 'awake';

export const STATE_NAMES: readonly StateName[] = [
  ...Object.keys(coursesUntil(0)).filter(isCourse),
  'paused',
  'stale',
  'awake',
];

function isCourse(name: string): name is Course {
  return Object.hasOwn(coursesUntil(0), name);
}

function watchOf(name: StateName, now: number): WatchState {
  if (name === 'paused') return step(watchOf('healthy', now), { type: 'paused', at: now - 3 * MINUTE }).state;
  // No probe has ended for a while, and: the computer has just been woken after an hour.
  if (name === 'stale') return step(watchOf('healthy', now - MINUTE), { type: 'expired', at: now - 48 * SECOND }).state;
  if (name === 'awake') return step(watchOf('healthy', now - 60 * MINUTE), { type: 'expired', at: now - SECOND }).state;
  const course: readonly Past[] = coursesUntil(now)[name];
  const [firstAgo] = course[0] ?? [0];
  return course.reduce(
    (state, [ago, result]) => {
      const verdict = judge(result, knownOf(name, now));
      return step(state, { type: 'judged', verdict, at: now - ago }, THRESHOLDS).state;
    },
    freshWatch(now - firstAgo - SECOND),
  );
}

/** Whose metrics tell of traffic; what they tell is seen by the rules, too. */
const TRAFFICS: Readonly<Partial<Record<StateName, Parameters<typeof trafficUntil>[1]>>> = {
  healthy: { minutes: 30 },
  fixed: { minutes: 4 },
  'upstream-failing': { minutes: 30, failingMinutes: 3 },
};

function trafficOf(name: StateName, now: number): Traffic | undefined {
  const minutes = TRAFFICS[name];
  return minutes && trafficUntil(now, minutes);
}

function knownOf(name: StateName, now: number): Known {
  const traffic = trafficOf(name, now);
  return traffic === undefined ? {} : { sight: { now, traffic } };
}

/** What became of the step that was used, where one was. */
const PROOFS: Readonly<Partial<Record<StateName, (now: number) => Proof>>> = {
  fixed: (now) => ({ ...SIGN_IN, usedAt: now - 10 * SECOND, state: 'fixed', fixedAt: now - 2 * SECOND }),
  watching: (now) => ({ ...SIGN_IN, usedAt: now - 5 * SECOND, state: 'watching' }),
  'still-failing': (now) => ({ ...SIGN_IN, usedAt: now - MINUTE, state: 'still-failing' }),
};

function viewOf(name: StateName, now: number, port: number, colour: TargetColour | undefined): TargetView {
  const address = `localhost:${port}`;
  const target = { id: `target-${port}`, name: address, url: `http://${address}`, ...(colour && { colour }) };
  const view = targetView(target, watchOf(name, now), OWNER);
  const proof = PROOFS[name]?.(now);
  const traffic = trafficOf(name, now);
  return { ...view, ...(proof !== undefined && { proof }), ...(traffic !== undefined && { traffic }) };
}

/** What a snapshot may hold beside its targets. */
export type Beside = Pick<
  Partial<Snapshot>,
  'diagnosis' | 'worked' | 'settings' | 'settingsTroubles' | 'snoozed' | 'found'
>;

/** The snapshot of targets in these states, as the real rules make it of real answers. */
export function snapshotOf(names: readonly StateName[], now: number, seq = 1, beside: Beside = {}): Snapshot {
  const targets = names.map((name, i) =>
    viewOf(name, now, 8_000 + i, names.length > 1 ? TARGET_COLOURS[i] : undefined),
  );
  return {
    seq,
    at: now,
    light: lightOfAll(targets),
    targets,
    platform: 'linux',
    appVersion: '0.1.0',
    sight: names.includes('cli-missing') ? NO_CLI : SIGHT,
    worked: {},
    settings: readSettings(undefined),
    settingsTroubles: [],
    ...beside,
  };
}
