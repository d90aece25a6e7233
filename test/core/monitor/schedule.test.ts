import { describe, expect, it } from 'vitest';
import { judge } from '../../../core/health/judge.ts';
import type { ProbeResult } from '../../../core/health/probe-result.ts';
import {
  CALM_MS,
  CLOSE_MS,
  deadlineFor,
  delayAfter,
  expiryAfter,
  holdsFor,
  intervalOf,
  type Pace,
} from '../../../core/monitor/schedule.ts';
import { freshWatch, step } from '../../../core/monitor/watch-state.ts';
import { answer, failure } from '../answers.ts';

const AUTO: Pace = { watched: false };

function delays(...results: readonly ProbeResult[]): readonly number[] {
  let state = freshWatch(0);
  return results.map((result) => {
    state = step(state, { type: 'judged', verdict: judge(result), at: 0 }).state;
    return delayAfter(state, AUTO);
  });
}

const GOOD = answer(200, { status: 'ok' });

describe('delayAfter', () => {
  it('starts at once', () => {
    expect(delayAfter(freshWatch(0), AUTO)).toBe(0);
  });

  it('confirms quickly, then is calm', () => {
    expect(delays(GOOD, GOOD, GOOD)).toEqual([CLOSE_MS, CALM_MS, CALM_MS]);
  });

  it('looks twice within 1.3 s when the connection is refused', () => {
    expect(delays(...Array.from({ length: 4 }, () => failure('refused')))).toEqual([250, 1_000, CALM_MS, CALM_MS]);
    expect(delays(failure('reset'), failure('refused'), failure('refused'))).toEqual([250, 1_000, CALM_MS]);
  });

  it('asks again soon in silence, and calmly where no hurry would prove more', () => {
    expect(delays(failure('timeout'))).toEqual([CLOSE_MS]);
    expect(delays(answer(401, ''))).toEqual([CALM_MS]);
  });
});

it('the deadline is 0.8 of the interval, within 2 to 8 seconds', () => {
  expect([1_000, 4_000, 60_000].map((ms) => deadlineFor('/health', ms))).toEqual([2_000, 3_200, 8_000]);
});

describe('intervalOf', () => {
  const after = (ms: number): ReturnType<typeof freshWatch> =>
    step(freshWatch(0), { type: 'judged', verdict: judge({ ...GOOD, ms }), at: 0 }).state;

  it('is what the user set, if it was set', () => {
    expect(intervalOf(after(5_000), { fixedMs: 30_000, watched: true })).toBe(30_000);
  });

  it('is slower where health is expensive: a twentieth of the time at most, and a minute at most', () => {
    expect([4, 250, 251, 1_000, 10_000].map((ms) => intervalOf(after(ms), AUTO))).toEqual([
      4_000, 4_000, 5_020, 20_000, 60_000,
    ]);
  });

  it('is not slower for a server that is silent: its first answer should be seen at once', () => {
    const silent = step(freshWatch(0), { type: 'judged', verdict: judge({ ...failure('timeout'), ms: 3_200 }), at: 0 });
    expect(intervalOf(silent.state, AUTO)).toBe(CALM_MS);
  });

  it('is a second while somebody looks on, if health is cheap', () => {
    expect([4, 1_000].map((ms) => intervalOf(after(ms), { watched: true }))).toEqual([1_000, 20_000]);
  });

  it('stays inside the time for which the server keeps a connection, if that is not too short', () => {
    expect(
      [72_000, 5_000, 3_000, 500].map((keepAliveMs) => intervalOf(after(4), { watched: false, keepAliveMs })),
    ).toEqual([4_000, 4_000, 2_400, 4_000]);
  });
});

it('asks less when it is asked to: as long as told, at most an hour', () => {
  const limited = (retryAfter?: string): ProbeResult => ({
    ...answer(429, ''),
    headers: retryAfter === undefined ? {} : { retryAfter },
  });
  expect([limited('120'), limited('1'), limited('99999'), limited()].map((result) => delays(result)[0])).toEqual([
    120_000, 4_000, 3_600_000, 60_000,
  ]);
});

it('a sign of life has a second', () => {
  expect(deadlineFor('/health/live', 60_000)).toBe(1_000);
});

it('a state is believed for three times the wait', () => {
  expect([0, 4_000, 60_000].map(expiryAfter)).toEqual([12_000, 12_000, 180_000]);
});

it('the next event comes within the wait and what a probe may take; nothing comes in a pause', () => {
  const paused = step(freshWatch(0), { type: 'paused', at: 0 }).state;
  const good = step(freshWatch(0), { type: 'judged', verdict: judge(GOOD), at: 0 }).state;
  const sure = step(good, { type: 'judged', verdict: judge(GOOD), at: 1_000 }).state;
  expect([good, sure, paused].map((state) => holdsFor(state, AUTO))).toEqual([13_000, 16_000, Infinity]);
});
