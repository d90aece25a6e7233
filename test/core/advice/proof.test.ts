import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding, FindingId } from '../../../core/health/finding.ts';
import {
  advance,
  beginProof,
  FIXED_SHOWN_MS,
  nextStep,
  observed,
  STILL_FAILING_MS,
  WATCHED_MS,
  type Observation,
  type Proof,
  type Standing,
} from '../../../core/advice/proof.ts';

const USED = 1_000_000;
const begun = beginProof('signed-out', 'sign-in', USED);
const seen = (stands: boolean | undefined, after: number): Observation => ({ stands, seenAt: USED + after });
const after = (proof: Proof, observation: Observation, ms: number): Proof | undefined =>
  advance(proof, observation, USED + ms);
const fixedAfter = (ms: number): Proof => ({ ...begun, state: 'fixed', fixedAt: USED + ms });
const failing: Proof = { ...begun, state: 'still-failing' };

describe('a step that was used', () => {
  it.each<readonly [string, Proof, Observation, number, Proof['state'] | undefined]>([
    ['is watched at first', begun, seen(true, 0), 0, 'watching'],
    ['helps', begun, seen(false, 8_000), 8_000, 'fixed'],
    ['helps late', begun, seen(false, WATCHED_MS), WATCHED_MS, 'fixed'],
    ['helps after it was said not to', failing, seen(false, 60_000), 60_000, 'fixed'],
    ['is not proved by what was seen before it', begun, seen(false, -1), 10, 'watching'],
    ['is not proved by what was seen at the very moment', begun, seen(false, 0), 10, 'watching'],
    ['may take its time', begun, seen(true, STILL_FAILING_MS), STILL_FAILING_MS, 'watching'],
    ['did not help', begun, seen(true, STILL_FAILING_MS + 1), STILL_FAILING_MS + 1, 'still-failing'],
    ['is not given up while nobody can tell', begun, seen(undefined, 60_000), 60_000, 'watching'],
    ['is still failing while nobody can tell', failing, seen(undefined, 60_000), 60_000, 'still-failing'],
    ['is watched to the end', failing, seen(true, WATCHED_MS), WATCHED_MS, 'still-failing'],
    ['is watched no longer', failing, seen(true, WATCHED_MS + 1), WATCHED_MS + 1, undefined],
    ['is watched no longer by anybody', begun, seen(undefined, WATCHED_MS + 1), WATCHED_MS + 1, undefined],
    ['is good news', fixedAfter(8_000), seen(false, 9_000), 9_000, 'fixed'],
    ['is good news for a minute', fixedAfter(0), seen(false, FIXED_SHOWN_MS), FIXED_SHOWN_MS, 'fixed'],
    ['is old news then', fixedAfter(0), seen(false, FIXED_SHOWN_MS), FIXED_SHOWN_MS + 1, undefined],
    ['is no news when it broke again', fixedAfter(8_000), seen(true, 9_000), 9_000, undefined],
    ['stays news while nobody can tell', fixedAfter(8_000), seen(undefined, 9_000), 9_000, 'fixed'],
  ])('%s', (_, proof, observation, ms, expected) => {
    expect(after(proof, observation, ms)?.state).toBe(expected);
  });

  it('is fixed when that was seen, not when it was told', () => {
    expect(after(begun, seen(false, 8_000), 8_400)).toEqual(fixedAfter(8_000));
  });

  const course = fc.array(
    fc.record({
      stands: fc.option(fc.boolean(), { nil: undefined }),
      wait: fc.nat(60_000),
      lag: fc.integer({ min: -5_000, max: 5_000 }),
    }),
    { maxLength: 40 },
  );

  it('is only ever proved by what was seen after it, and keeps what it is about', () => {
    fc.assert(
      fc.property(course, (events) => {
        let proof: Proof | undefined = begun;
        let now = USED;
        for (const { stands, wait, lag } of events) {
          now += wait;
          const next: Proof | undefined = proof && advance(proof, { stands, seenAt: now - lag }, now);
          expect(next === undefined || mayFollow(proof, next)).toBe(true);
          proof = next;
        }
      }),
    );
  });

  it('ends in time, whatever is seen', () => {
    fc.assert(
      fc.property(course, (events) => {
        let proof: Proof | undefined = begun;
        let now = USED;
        for (const { stands, wait } of events) {
          now += wait;
          proof = proof && advance(proof, { stands, seenAt: now }, now);
        }
        const end = now + WATCHED_MS + FIXED_SHOWN_MS + 1;
        const last = proof && advance(proof, { stands: undefined, seenAt: end }, end);
        expect(last).toBeUndefined();
      }),
    );
  });
});

/** Whether this may become of a proof: good news stays what it is, and bad news is not taken back without better. */
function mayFollow(before: Proof | undefined, { finding, step, usedAt, state, fixedAt }: Proof): boolean {
  const isSame = finding === begun.finding && step === begun.step && usedAt === begun.usedAt;
  const isProved = state === 'fixed' ? (fixedAt ?? 0) > USED : fixedAt === undefined;
  const staysFixed = before?.state !== 'fixed' || (state === 'fixed' && fixedAt === before.fixedAt);
  return isSame && isProved && staysFixed && !(before?.state === 'still-failing' && state === 'watching');
}

describe('what somebody does elsewhere', () => {
  const passive = beginProof('proxy-not-running', 'start-proxy', USED, true);
  const long = 10 * WATCHED_MS;
  it.each<readonly [string, Observation, number, Proof['state'] | undefined]>([
    ['is waited for as long as it takes', seen(true, long), long, 'watching'],
    ['is never said to have failed: nobody promised to do it', seen(true, 60_000), 60_000, 'watching'],
    ['is good news when it was done', seen(false, long), long, 'fixed'],
  ])('%s', (_, observation, ms, expected) => {
    expect(after(passive, observation, ms)?.state).toBe(expected);
  });

  it('is old news after a minute, as any', () => {
    const fixed: Proof = { ...passive, state: 'fixed', fixedAt: USED };
    expect(after(fixed, seen(false, FIXED_SHOWN_MS + 1), FIXED_SHOWN_MS + 1)).toBeUndefined();
  });
});

describe('whether a finding still stands', () => {
  const found = (...ids: readonly FindingId[]): readonly Finding[] =>
    ids.map((id) => ({ id, severity: 'down', evidence: {} }));
  const standing = (more: Partial<Standing>): Standing => ({
    light: 'down',
    confirmed: true,
    findings: [],
    ...more,
  });
  it.each<readonly [string, Partial<Standing>, boolean | undefined]>([
    ['it is the root cause', { findings: found('signed-out') }, true],
    ['it is one of several', { findings: found('port-taken', 'signed-out') }, true],
    ['all is well', { light: 'healthy' }, false],
    ['all is well, perhaps', { light: 'healthy', confirmed: false }, undefined],
    ['a hint stays under a green light', { light: 'healthy', findings: found('signed-out') }, true],
    ['only what comes later is wrong now', { findings: found('reported-unhealthy') }, false],
    ['something before it is wrong, so that it cannot be seen', { findings: found('proxy-not-running') }, undefined],
    ['nobody knows', { light: 'unknown', findings: found('reported-unhealthy') }, undefined],
    ['nobody is looking', { light: 'paused' }, undefined],
  ])('%s', (_, more, expected) => {
    expect(observed('signed-out', standing(more), USED)).toEqual({ stands: expected, seenAt: USED });
  });

  it('before the first probe nothing was seen', () => {
    const unprobed = standing({ light: 'unknown', confirmed: false });
    expect(observed('signed-out', unprobed, 0)).toEqual({ stands: undefined, seenAt: 0 });
  });
});

describe('the next step', () => {
  const steps = [{ id: 'sign-in' }, { id: 'restart-proxy' }, { id: 'come-back' }] as const;
  it.each([
    ['sign-in', 'restart-proxy'],
    ['restart-proxy', 'sign-in'],
    ['come-back', 'sign-in'],
    ['check-again', 'sign-in'],
  ] as const)('after %s is %s', (used, next) => {
    expect(nextStep(steps, used)).toBe(next);
  });

  it('is nothing where there are no steps, and itself where there is one', () => {
    expect(nextStep([], 'sign-in')).toBeUndefined();
    expect(nextStep(steps.slice(0, 1), 'sign-in')).toBe('sign-in');
  });
});
