import { describe, expect, it } from 'vitest';
import { judge } from '../../../core/health/judge.ts';
import type { ProbeResult } from '../../../core/health/probe-result.ts';
import { CALM_MS, CONFIRM_MS, deadlineFor, delayAfter } from '../../../core/monitor/schedule.ts';
import { freshWatch, step } from '../../../core/monitor/watch-state.ts';
import { answer, failure } from '../answers.ts';

function delays(...results: readonly ProbeResult[]): readonly number[] {
  let state = freshWatch(0);
  return results.map((result) => {
    state = step(state, { type: 'judged', verdict: judge(result), at: 0 }).state;
    return delayAfter(state);
  });
}

const GOOD = answer(200, { status: 'ok' });

describe('delayAfter', () => {
  it('starts at once', () => {
    expect(delayAfter(freshWatch(0))).toBe(0);
  });

  it('confirms quickly, then is calm', () => {
    expect(delays(GOOD, GOOD, GOOD)).toEqual([CONFIRM_MS, CALM_MS, CALM_MS]);
  });

  it('looks twice within 1.3 s when the connection is refused', () => {
    expect(delays(...Array.from({ length: 4 }, () => failure('refused')))).toEqual([250, 1_000, CALM_MS, CALM_MS]);
  });

  it('asks again soon in silence, and calmly where no hurry would prove more', () => {
    expect(delays(failure('timeout'))).toEqual([CONFIRM_MS]);
    expect(delays(answer(401, ''))).toEqual([CALM_MS]);
  });
});

it('the deadline is 0.8 of the interval, within 2 to 8 seconds', () => {
  expect([1_000, 4_000, 60_000].map(deadlineFor)).toEqual([2_000, 3_200, 8_000]);
});
