import { describe, expect, it } from 'vitest';
import {
  isExpected,
  keepAliveOf,
  keepsNothing,
  learn,
  UNKNOWN_HABIT,
  type IdleHabit,
} from '../../../engine/probe/idle-habit.ts';
import type { AnswerHeaders, ProbeResult } from '../../../core/health/probe-result.ts';

const answered = (headers: AnswerHeaders = {}): ProbeResult => ({
  kind: 'answer',
  path: '/health',
  status: 200,
  headers,
  body: '{}',
  ms: 1,
});

const refused: ProbeResult = { kind: 'failure', path: '/health', failure: 'refused', ms: 1 };

const closedAndAlive = (habit: IdleHabit): IdleHabit => learn(habit, answered(), false, 500);

describe('the habit of a server with idle connections', () => {
  it('a first closed connection is news, the third in a row is not', () => {
    const once = closedAndAlive(UNKNOWN_HABIT);
    expect(isExpected(UNKNOWN_HABIT, 10)).toBe(false);
    expect(isExpected(once, 10)).toBe(false);
    expect(isExpected(closedAndAlive(once), 10)).toBe(true);
  });

  it('is forgotten when a connection was kept after all', () => {
    const closing = closedAndAlive(closedAndAlive(UNKNOWN_HABIT));
    expect(keepsNothing(closing)).toBe(true);
    expect(keepsNothing(learn(closing, answered(), true, undefined))).toBe(false);
  });

  it('is forgotten when the server was really gone', () => {
    const once = closedAndAlive(UNKNOWN_HABIT);
    const back = learn(once, refused, false, 500);
    expect(isExpected(closedAndAlive(back), 10)).toBe(false);
  });

  it('an announced end is no news', () => {
    const closing = learn(UNKNOWN_HABIT, answered({ closes: true }), false, undefined);
    expect(keepsNothing(closing)).toBe(true);
  });

  it('the end of a promise is no news, an earlier end is', () => {
    const promising = learn(UNKNOWN_HABIT, answered({ keepAliveSeconds: 5 }), false, undefined);
    expect(isExpected(promising, 4_900)).toBe(true);
    expect(isExpected(promising, 3_000)).toBe(false);
  });

  it('tells within which time a connection should be used again: as promised, or as seen', () => {
    expect(keepAliveOf(UNKNOWN_HABIT)).toBeUndefined();
    expect(keepAliveOf(closedAndAlive(UNKNOWN_HABIT))).toBe(500);
    expect(keepAliveOf(learn(UNKNOWN_HABIT, answered({ keepAliveSeconds: 5 }), false, undefined))).toBe(5_000);
  });
});
