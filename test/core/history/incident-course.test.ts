import { describe, expect, it } from 'vitest';
import { courseOf, unseen, withProof, withTold } from '../../../core/history/incident-course.ts';
import type { PastIncident } from '../../../core/history/past-incident.ts';
import { plainNote, readIncident } from '../../../core/history/read-incident.ts';
import { tidyFinding } from '../../../core/history/tidy-finding.ts';
import type { Finding } from '../../../core/health/finding.ts';
import { judge } from '../../../core/health/judge.ts';
import type { ProbeResult } from '../../../core/health/probe-result.ts';
import { freshWatch, step, type WatchEvent, type WatchState } from '../../../core/monitor/watch-state.ts';
import { answer } from '../answers.ts';

const GOOD = answer(200, { status: 'ok' });
const BAD = answer(503, { status: 'unhealthy', error: 'Claude CLI authentication failed' });
const tidy = (finding: Finding): Finding => finding;

interface Told {
  readonly kept: readonly PastIncident[];
  readonly lasting: PastIncident | undefined;
  readonly state: WatchState;
}

const probe = (result: ProbeResult, at: number): WatchEvent => ({ type: 'judged', verdict: judge(result), at });

function play(
  events: readonly WatchEvent[],
  from: Told = { kept: [], lasting: undefined, state: freshWatch(0) },
): Told {
  return events.reduce<Told>(({ kept, lasting, state: before }, event) => {
    const { state } = step(before, event);
    const course = courseOf(lasting, state, 'at' in event ? event.at : 0, tidy);
    return { kept: [...kept, ...course.kept], lasting: course.lasting, state };
  }, from);
}

describe('the course of an incident', () => {
  it('is kept when it is sure, and when it is over', () => {
    const { kept, lasting } = play([
      probe(GOOD, 1_000),
      probe(BAD, 2_000),
      probe(BAD, 3_000),
      probe(BAD, 7_000),
      probe(GOOD, 11_000),
      probe(GOOD, 12_000),
    ]);
    expect(kept).toMatchObject([
      { root: 'signed-out', startedAt: 2_000, confirmedAt: 3_000, told: [], evidence: [{ id: 'signed-out' }] },
      { startedAt: 2_000, endedAt: 11_000, ending: 'recovered' },
    ]);
    expect([kept[0]?.id === kept[1]?.id, lasting]).toEqual([true, undefined]);
  });

  it('goes on with a watch that begins anew in the middle of it', () => {
    const broken = play([probe(BAD, 2_000), probe(BAD, 3_000)]);
    const anew = play([probe(BAD, 5_000), probe(BAD, 6_000)], { ...broken, state: freshWatch(4_000) });
    expect([anew.kept.length, anew.lasting]).toEqual([1, broken.lasting]);
    const well = play([probe(GOOD, 5_000), probe(GOOD, 6_000)], { ...broken, state: freshWatch(4_000) });
    expect(well.kept.at(-1)).toMatchObject({ id: broken.lasting?.id, ending: 'recovered', endedAt: 5_000 });
  });

  it('ends with a pause', () => {
    const { kept } = play([probe(BAD, 2_000), probe(BAD, 3_000), { type: 'paused', at: 4_000 }]);
    expect(kept.at(-1)).toMatchObject({ ending: 'paused', endedAt: 4_000 });
  });

  it('is one for as long as it flaps', () => {
    const flapping = Array.from({ length: 60 }, (_, i) => probe(i % 6 < 3 ? BAD : GOOD, 1_000 * (i + 1)));
    const { kept, lasting, state } = play(flapping);
    expect(state.flapping.active).toBe(true);
    expect(kept.length).toBeLessThan(10);
    expect(lasting).toBeDefined();
  });

  it('never ends before it began, whatever the clock does', () => {
    const { kept } = play([probe(BAD, 9_000), probe(BAD, 10_000), probe(GOOD, 1_000), probe(GOOD, 2_000)]);
    expect(kept.at(-1)).toMatchObject({ startedAt: 9_000, endedAt: 9_000 });
  });
});

describe('what belongs to an incident', () => {
  const incident = play([probe(BAD, 2_000), probe(BAD, 3_000)]).lasting ?? expect.fail('no incident');
  const proof = { step: 'sign-in', isPassive: false, at: 9_000 } as const;

  it('is what was told of it, the last of it', () => {
    let told = incident;
    for (let at = 1; at <= 30; at += 1) told = withTold(told, { what: 'reminder', at });
    expect(told.told.map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, i) => i + 11));
  });

  it('is the fix of what was found in it, and of nothing else', () => {
    expect(withProof(incident, { ...proof, finding: 'signed-out' }).provedBy).toMatchObject({ step: 'sign-in' });
    expect(withProof(incident, { ...proof, finding: 'disk-full' })).toBe(incident);
  });

  it('is read back as it was written', () => {
    const whole: PastIncident = {
      ...withProof(withTold(unseen(incident), { what: 'failed', at: 4_000 }), { ...proof, finding: 'signed-out' }),
      note: 'the token had run out',
      evidence: [...incident.evidence, { id: 'errors-unusual', severity: 'hint', evidence: { times: 7 } }],
    };
    expect(readIncident(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
  });

  it.each([
    undefined,
    {},
    { ...incident, root: 'made-up' },
    { ...incident, id: '../../etc' },
    { ...incident, startedAt: Infinity },
    // No calendar has these days.
    { ...incident, endedAt: 1e300 },
    { ...incident, told: [{ what: 'failed', at: -1e300 }] },
    { ...incident, evidence: Array.from({ length: 21 }, () => incident.evidence[0]) },
  ])('is not read from anything else', (value) => {
    expect(readIncident(value)).toBeUndefined();
  });

  it('is plain when it is read, as it is when it is written', () => {
    expect(readIncident({ ...incident, component: 'a\u202Eb', note: 'a\nb' })).toMatchObject({
      component: 'ab',
      note: 'a b',
    });
    expect(plainNote('x'.repeat(9_000)).length).toBe(500);
  });
});

describe('a finding that is kept', () => {
  it('has neither account nor process, and its texts went through redaction', () => {
    const redact = (text: string): string => text.replaceAll('ada', '[user]');
    const kept = tidyFinding(
      {
        id: 'stranger-answers',
        severity: 'down',
        component: 'ada',
        evidence: {
          user: 'ada',
          pid: 4_121,
          port: 8_000,
          said: 'hello ada',
          name: 'ada.py',
          searchedPaths: Array.from({ length: 30 }, () => '/home/ada/bin'),
        },
      },
      redact,
    );
    expect(JSON.stringify(kept)).not.toContain('ada');
    expect(kept).toMatchObject({ component: '[user]', evidence: { port: 8_000, said: 'hello [user]' } });
    expect(kept.evidence.searchedPaths).toHaveLength(8);
    expect(kept.evidence).not.toHaveProperty('pid');
  });
});
