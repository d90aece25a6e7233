import { readSettings } from '../../core/settings.ts';
import { judge } from '../../core/health/judge.ts';
import type { ProbeResult } from '../../core/health/probe-result.ts';
import { freshWatch, step, type WatchState } from '../../core/monitor/watch-state.ts';
import { lightOfAll, type Snapshot, type TargetView } from '../../core/snapshot.ts';
import { targetView } from '../../core/target-view.ts';
import { fixture } from '../fixtures/read.ts';
import { answer, failure } from './answers.ts';

/** 22 November 2026, 09:40 UTC: the moment at which the last probe of every state ended. */
export const NOW = Date.UTC(2026, 10, 22, 9, 40);

const SECOND = 1_000;
const documented = (name: string): string => fixture(`documented/${name}.json`);

const GOOD = answer(200, documented('detailed-200-healthy'));

/** The probes, one a second and the last of them at `NOW`, that lead to each named state. */
const COURSES = {
  starting: [],
  healthy: [GOOD, GOOD],
  basic: [answer(200, { status: 'ok' }, '/health'), answer(200, { status: 'ok' }, '/health')],
  'signed-out': [GOOD, GOOD, ...twice(answer(503, documented('detailed-503-signed-out')))],
  'cli-missing': twice(answer(503, documented('detailed-503-cli-missing'))),
  'port-taken': twice(answer(503, documented('detailed-503-port-taken'))),
  'not-running': [failure('refused'), failure('refused'), failure('refused')],
  'not-responding-yet': [GOOD, GOOD, failure('timeout')],
  'not-responding': [failure('timeout'), failure('timeout'), failure('timeout')],
  confirming: [GOOD, GOOD, answer(503, documented('detailed-503-signed-out'))],
  recovering: [...twice(answer(503, documented('detailed-503-signed-out'))), GOOD],
  recovered: [...twice(answer(503, documented('detailed-503-signed-out'))), GOOD, GOOD],
  degraded: twice(answer(200, { status: 'degraded' }, '/health')),
  stranger: twice(answer(200, '<!doctype html><title>Grafana</title>')),
} as const satisfies Record<string, readonly ProbeResult[]>;

export type StateName = keyof typeof COURSES | 'paused';

export const STATE_NAMES: readonly StateName[] = [...Object.keys(COURSES).filter(isCourse), 'paused'];

function isCourse(name: string): name is keyof typeof COURSES {
  return Object.hasOwn(COURSES, name);
}

function twice(result: ProbeResult): readonly [ProbeResult, ProbeResult] {
  return [result, result];
}

function watchOf(name: StateName): WatchState {
  if (name === 'paused') return step(watchOf('healthy'), { type: 'paused', at: NOW }).state;
  const results: readonly ProbeResult[] = COURSES[name];
  const start = NOW - results.length * SECOND;
  return results.reduce(
    (state, result, i) => step(state, { type: 'judged', verdict: judge(result), at: start + (i + 1) * SECOND }).state,
    freshWatch(start),
  );
}

/** One target in a named state, brought there by the real rules. */
export function viewIn(name: StateName): TargetView {
  return targetView({ id: 'target-1', name: 'localhost:8000', url: 'http://localhost:8000' }, watchOf(name));
}

/** A snapshot with one target in a named state. */
export function snapshotIn(name: StateName, seq = 1): Snapshot {
  const targets = [viewIn(name)];
  return {
    seq,
    at: NOW,
    light: lightOfAll(targets),
    targets,
    platform: 'linux',
    appVersion: '0.1.0',
    worked: {},
    settings: readSettings(undefined),
    settingsTroubles: [],
  };
}
