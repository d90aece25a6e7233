import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '../../../core/health/judge.ts';
import type { ProbeResult } from '../../../core/health/probe-result.ts';
import { freshWatch, step, type WatchState } from '../../../core/monitor/watch-state.ts';
import type { Alert } from '../../../core/monitor/alerts.ts';
import { answer, failure } from '../answers.ts';

const GOOD = answer(200, { status: 'ok' });
const SIGNED_OUT = answer(503, { status: 'unhealthy', error: 'Claude CLI authentication failed' });
const DEGRADED = answer(200, { status: 'degraded' });
const LOCKED = answer(401, '');
const REFUSED = failure('refused');
const SILENT = failure('timeout');

interface Course {
  readonly state: WatchState;
  readonly lights: readonly string[];
  readonly alerts: readonly Alert[];
}

// One probe a second; a light in brackets is unconfirmed.
function course(results: readonly ProbeResult[], from: WatchState = freshWatch(0)): Course {
  let at = from.probedAt ?? 0;
  let state = from;
  const lights: string[] = [];
  const alerts: Alert[] = [];
  for (const result of results) {
    at += 1_000;
    const next = step(state, { type: 'judged', verdict: judge(result), at });
    state = next.state;
    lights.push(state.confirmed ? state.light : `(${state.light})`);
    alerts.push(...next.alerts);
  }
  return { state, lights, alerts };
}

const kinds = ({ alerts }: Course): readonly string[] => alerts.map(({ type }) => type);

describe('confirmation', () => {
  it('shows the first good answer at once, and is sure of it with the second', () => {
    expect(course([GOOD, GOOD]).lights).toEqual(['(healthy)', 'healthy']);
  });

  it('never leaves a broken proxy green: the first bad answer shows at once, the second is told', () => {
    const { lights, alerts } = course([GOOD, GOOD, SIGNED_OUT, SIGNED_OUT, SIGNED_OUT]);
    expect(lights.slice(2)).toEqual(['(down)', 'down', 'down']);
    expect(alerts).toEqual([
      { type: 'incident-opened', incident: { number: 1, root: 'signed-out', startedAt: 3_000 } },
    ]);
  });

  it('tells the recovery once, with the first good answer as its end', () => {
    const run = course([SIGNED_OUT, SIGNED_OUT, GOOD, GOOD, GOOD]);
    expect(run.lights.slice(2)).toEqual(['(healthy)', 'healthy', 'healthy']);
    expect(kinds(run)).toEqual(['incident-opened', 'incident-closed']);
    expect(run.alerts[1]).toMatchObject({ incident: { startedAt: 1_000, endedAt: 3_000 } });
    expect(run.state.lastIncident).toMatchObject({ number: 1 });
    expect(run.state.incident).toBeUndefined();
  });

  it('a restart, seen as two refusals, alarms nobody', () => {
    expect(kinds(course([GOOD, GOOD, REFUSED, REFUSED, GOOD, GOOD]))).toEqual([]);
    expect(kinds(course([GOOD, GOOD, failure('reset'), failure('reset'), GOOD, GOOD]))).toEqual([]);
  });

  it('three refusals are a proxy that does not run', () => {
    expect(course([GOOD, GOOD, REFUSED, REFUSED, REFUSED]).lights.slice(2)).toEqual(['(down)', '(down)', 'down']);
  });

  it('one answer late proves nothing; the third is a proxy that hangs', () => {
    const run = course([GOOD, GOOD, SILENT, SILENT, SILENT]);
    expect(run.lights.slice(2)).toEqual(['(unknown)', '(unknown)', 'down']);
    expect(run.alerts).toMatchObject([{ incident: { root: 'not-responding', startedAt: 3_000 } }]);
  });

  it('silence does not excuse a fault that was confirmed', () => {
    expect(course([SIGNED_OUT, SIGNED_OUT, SILENT, GOOD]).lights).toEqual(['(down)', 'down', '(down)', '(healthy)']);
    expect(course([DEGRADED, DEGRADED, SILENT, SILENT, SILENT]).lights.slice(2)).toEqual([
      '(degraded)',
      '(degraded)',
      'down',
    ]);
  });

  it('silence neither hides a fault between its sightings nor counts as one', () => {
    expect(kinds(course([SIGNED_OUT, SILENT, SIGNED_OUT]))).toEqual(['incident-opened']);
    expect(course([GOOD, SILENT, SILENT, GOOD]).lights).toEqual(['(healthy)', '(unknown)', '(unknown)', 'healthy']);
  });

  it('the end of a silence is the first good answer', () => {
    const run = course([GOOD, GOOD, SILENT, SILENT, SILENT, GOOD, GOOD]);
    expect(run.lights.slice(5)).toEqual(['(healthy)', 'healthy']);
    expect(run.alerts[1]).toMatchObject({ incident: { endedAt: 6_000 } });
  });

  it('one fault whose cause changes is one incident', () => {
    expect(kinds(course([SIGNED_OUT, REFUSED, SIGNED_OUT, DEGRADED, REFUSED, REFUSED]))).toEqual(['incident-opened']);
  });

  it('a health page that is locked is no incident, and does not end one', () => {
    expect(kinds(course([LOCKED, LOCKED, LOCKED]))).toEqual([]);
    expect(kinds(course([SIGNED_OUT, SIGNED_OUT, LOCKED, LOCKED]))).toEqual(['incident-opened']);
  });

  it('input R8: an error text that changes with each probe is told once', () => {
    const texts = Array.from({ length: 50 }, (_, i) => answer(503, { status: 'unhealthy', error: `failure ${i}` }));
    expect(kinds(course(texts))).toEqual(['incident-opened']);
  });

  it('input R6: a light that flips with every probe for an hour alarms nobody', () => {
    const flips = Array.from({ length: 900 }, (_, i) => (i % 2 === 0 ? GOOD : SIGNED_OUT));
    expect(kinds(course(flips))).toEqual([]);
  });

  it('input R7: a day of outage is told once', () => {
    expect(kinds(course(Array.from({ length: 21_600 }, () => REFUSED)))).toEqual(['incident-opened']);
  });
});

describe('pause', () => {
  it('ends what was, and starts anew', () => {
    const { state } = course([SIGNED_OUT, SIGNED_OUT]);
    const paused = step(state, { type: 'paused', at: 9_000 });
    expect(paused).toMatchObject({
      state: { light: 'paused', confirmed: true, since: 9_000, findings: [] },
      alerts: [],
    });
    expect(paused.state.incident).toBeUndefined();
    expect(step(paused.state, { type: 'judged', verdict: judge(GOOD), at: 10_000 }).state).toBe(paused.state);
    const resumed = step(paused.state, { type: 'resumed', at: 11_000 }).state;
    expect(resumed).toMatchObject({ light: 'unknown', since: 11_000 });
    expect(course([SIGNED_OUT, SIGNED_OUT], resumed).alerts).toMatchObject([{ incident: { number: 2 } }]);
  });
});

describe('time', () => {
  const DAY = 86_400_000;
  const good = course([GOOD, GOOD]).state;

  it('what was not renewed is not believed, and is no fault', () => {
    const { state, alerts } = step(good, { type: 'expired', at: 60_000 });
    expect([state.light, state.confirmed, state.since, alerts]).toEqual(['unknown', false, 60_000, []]);
    expect(course([GOOD], state).lights).toEqual(['(healthy)']);
  });

  it('faults in the grace after a sleep show, but are not told until it is over', () => {
    let state = good;
    const alerts = [1, 2, 3, 4].flatMap((second) => {
      const next = step(state, { type: 'judged', verdict: judge(SIGNED_OUT), at: second * 1_000, grace: true });
      state = next.state;
      expect([state.light, state.confirmed]).toEqual(['down', false]);
      return next.alerts;
    });
    expect(alerts).toEqual([]);
    expect(kinds(course([SIGNED_OUT, SIGNED_OUT], state))).toEqual(['incident-opened']);
  });

  it('R9: a proxy that is well after a sleep is confirmed at once, grace or not', () => {
    const asleep = step(good, { type: 'expired', at: 60_000 }).state;
    const awake = step(asleep, { type: 'judged', verdict: judge(GOOD), at: 61_000, grace: true }).state;
    expect(awake.light).toBe('healthy');
  });

  it.each([-DAY, 400 * DAY])('R13: a clock that is set by %d ms moves every remembered moment with it', (by) => {
    const { state } = course([SIGNED_OUT, SIGNED_OUT]);
    const moved = step(state, { type: 'shifted', by }).state;
    expect(moved.since - state.since).toBe(by);
    expect((moved.incident?.startedAt ?? 0) - (state.incident?.startedAt ?? 0)).toBe(by);
    expect((moved.probedAt ?? 0) - (state.probedAt ?? 0)).toBe(by);
  });
});

describe('over any course of probes', () => {
  const result = fc.constantFrom<ProbeResult>(GOOD, SIGNED_OUT, DEGRADED, LOCKED, REFUSED, SILENT);

  it('incidents open and close in turn, and green is only ever the light of a good answer', () => {
    fc.assert(
      fc.property(fc.array(result, { maxLength: 60 }), (results) => {
        const run = course(results);
        expect(kinds(run).every((kind, i) => kind === (i % 2 === 0 ? 'incident-opened' : 'incident-closed'))).toBe(
          true,
        );
        results.forEach((one, i) => {
          expect(run.lights[i]?.includes('healthy')).toBe(one === GOOD);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('two good answers always end in confirmed green', () => {
    fc.assert(
      fc.property(fc.array(result, { maxLength: 30 }), (results) => {
        expect(course([...results, GOOD, GOOD]).lights.at(-1)).toBe('healthy');
      }),
    );
  });
});
