import { describe, expect, it } from 'vitest';
import { course, HOUR, MINUTE, SECOND, told, url } from './announcing-course.ts';

const QUIET = { notifications: true, reminders: 'off', quietHours: { from: '11:00', to: '13:00' } } as const;
const LOUD = { notifications: true, reminders: 'off', quietHours: undefined } as const;
const OFF = { ...LOUD, notifications: false };
const REMIND = { ...LOUD, reminders: 30 } as const;

describe('one target', () => {
  it('is told at once when it fails, and when it has recovered, in the same place', () => {
    const { fail, recover, pass, dueIn } = course('a');
    expect(told(fail('a'))).toEqual(['failed a in a']);
    expect(told(pass(5 * HOUR))).toEqual([]);
    expect(dueIn()).toBeUndefined();
    expect(told(recover('a'))).toEqual(['recovered a in a']);
    expect(told(fail('a'))).toEqual(['failed a in a']);
  });

  it('is told to flap once, and once that it is steady', () => {
    const { fail, flap, recover, pass } = course('a');
    fail('a');
    expect(told(flap('a'))).toEqual(['failed a in a']);
    expect(told(pass(HOUR))).toEqual([]);
    expect(told(recover('a'))).toEqual(['recovered a in a']);
  });

  it('is taken back without a word when it is paused or no longer watched', () => {
    const { fail, set, when } = course('a', 'b');
    fail('a');
    expect(told(set('a', { light: 'paused' }))).toEqual(['withdrawn a']);
    expect(told(fail('a'))).toEqual(['failed a in a']);
    expect(told(when({ targets: [] }))).toEqual(['withdrawn a']);
  });

  it('is not told a second time when its watch begins anew, and ends without a word if it is well then', () => {
    const { fail, set } = course('a');
    fail('a');
    set('a', { light: 'unknown', confirmed: false });
    expect(told(fail('a'))).toEqual([]);
    expect(told(set('a', {}))).toEqual(['withdrawn a']);
  });
});

describe('several targets', () => {
  it('that fail within ten seconds are one notification: the first at once, the others gathered', () => {
    const { fail, pass, dueIn } = course('a', 'b', 'c', 'd');
    expect(told(fail('a'))).toEqual(['failed a in a']);
    expect(told(fail('b'))).toEqual([]);
    expect(dueIn()).toBe(SECOND);
    expect(told(fail('c'))).toEqual([]);
    expect(told(pass(SECOND))).toEqual(['failed a,b,c in a']);
    expect(dueIn()).toBeUndefined();
    pass(10 * SECOND);
    expect(told(fail('d'))).toEqual(['failed d in d']);
  });

  it('recover in one notification', () => {
    const { fail, recover, pass } = course('a', 'b');
    fail('a');
    fail('b');
    pass(SECOND);
    expect(told(recover('b'))).toEqual([]);
    expect(told(recover('a'))).toEqual(['recovered a,b in a']);
  });

  it('of which some fail on: the others are told after ten seconds', () => {
    const { fail, recover, pass, dueIn } = course('a', 'b', 'c');
    fail('a');
    fail('b');
    fail('c');
    pass(SECOND);
    recover('b');
    expect(dueIn()).toBe(10 * SECOND);
    expect(pass(10 * SECOND)).toMatchObject([
      { type: 'recovered', slot: url('a'), recoveries: [{ url: url('b') }], stillFailing: [url('a'), url('c')] },
    ]);
    recover('a');
    expect(told(recover('c'))).toEqual(['recovered a,c in a']);
  });

  it('one that fails anew does not take the place of those it failed with', () => {
    const { fail, recover, pass } = course('a', 'b');
    fail('a');
    fail('b');
    pass(SECOND);
    recover('a');
    pass(10 * SECOND);
    expect(told(fail('a'))).toEqual(['failed a in a 2']);
    expect(told(recover('b'))).toEqual(['recovered b in a']);
  });
});

describe('a snooze', () => {
  const snoozed = { until: 'recovery' } as const;

  it('takes back what was told, says nothing, and in the end tells once what is still so', () => {
    const { fail, recover, when, unsnooze, pass, dueIn } = course('a', 'b', 'c');
    fail('a');
    expect(told(when({ snoozed }))).toEqual(['withdrawn a']);
    expect(told([...pass(MINUTE), ...fail('b'), ...fail('c'), ...recover('c'), ...pass(HOUR)])).toEqual([]);
    expect(dueIn()).toBeUndefined();
    expect(told(unsnooze())).toEqual(['failed a,b in a']);
    expect(told(pass(HOUR))).toEqual([]);
  });

  it('lets what ends meanwhile end in silence', () => {
    const { fail, recover, when, unsnooze } = course('a');
    fail('a');
    when({ snoozed });
    expect(told([...recover('a'), ...unsnooze()])).toEqual([]);
  });

  it('with notifications switched off it is the same', () => {
    const { fail, when } = course('a');
    when({ settings: OFF });
    expect(told(fail('a'))).toEqual([]);
    expect(told(when({ settings: LOUD }))).toEqual(['failed a in a']);
  });
});

describe('quiet hours', () => {
  it('hold back what begins, and tell it once at their end if it is still so', () => {
    const { fail, recover, when, pass, dueIn } = course('a', 'b');
    when({ settings: QUIET });
    expect(told([...fail('a'), ...fail('b'), ...recover('b'), ...pass(HOUR)])).toEqual([]);
    expect(dueIn()).toBe(MINUTE);
    expect(told(when({ localMinutes: 13 * 60 }))).toEqual(['failed a in a']);
    expect(told(recover('a'))).toEqual(['recovered a in a']);
  });

  it('do not tell again what was told before them, and let it end in silence', () => {
    const { fail, recover, when } = course('a', 'b');
    fail('a');
    when({ now: 2_000 * HOUR });
    fail('b');
    when({ settings: QUIET });
    expect(told(recover('b'))).toEqual(['withdrawn b']);
    expect(told(when({ settings: LOUD }))).toEqual([]);
  });
});

describe('reminders', () => {
  it('come again and again while a failure lasts', () => {
    const { fail, recover, when, pass, dueIn } = course('a');
    when({ settings: REMIND });
    fail('a');
    expect(dueIn()).toBe(MINUTE);
    expect(told(pass(29 * MINUTE))).toEqual([]);
    expect(told(pass(MINUTE))).toEqual(['still failed a in a']);
    expect(told(pass(30 * MINUTE))).toEqual(['still failed a in a']);
    recover('a');
    expect(told(pass(30 * MINUTE))).toEqual([]);
  });

  it('count from when the user last saw it', () => {
    const { fail, when, happens, pass } = course('a');
    when({ settings: REMIND, isWatched: true });
    expect(told(fail('a'))).toEqual([]);
    pass(20 * MINUTE);
    when({ isWatched: false });
    expect(told(pass(29 * MINUTE))).toEqual([]);
    expect(told(pass(MINUTE))).toEqual(['still failed a in a']);
    pass(20 * MINUTE);
    happens({ type: 'clicked', slot: url('a') });
    expect(told(pass(29 * MINUTE))).toEqual([]);
    expect(told(pass(MINUTE))).toEqual(['still failed a in a']);
  });

  it('wait for the end of quiet hours', () => {
    const { fail, when, pass } = course('a');
    when({ settings: REMIND });
    fail('a');
    when({ settings: { ...QUIET, reminders: 30 } });
    expect(told(pass(5 * HOUR))).toEqual([]);
    expect(told(when({ localMinutes: 13 * 60 }))).toEqual(['still failed a in a']);
  });

  it('tell those in one notification that were told in one', () => {
    const { fail, when, pass } = course('a', 'b');
    when({ settings: REMIND });
    fail('a');
    fail('b');
    pass(SECOND);
    expect(told(pass(30 * MINUTE))).toEqual(['still failed a,b in a']);
  });
});

describe('who is watching', () => {
  it('is told nothing, and what was told is taken back when it is over', () => {
    const { fail, recover, when } = course('a', 'b');
    fail('a');
    when({ isWatched: true });
    expect(told([...fail('b'), ...recover('a')])).toEqual(['withdrawn a']);
  });

  it('has seen what fails: it is not told afterwards, but its end is', () => {
    const { fail, recover, when } = course('a');
    when({ isWatched: true });
    fail('a');
    expect(told(when({ isWatched: false }))).toEqual([]);
    expect(told(recover('a'))).toEqual(['recovered a in a']);
  });
});

describe('the end of a login', () => {
  const ends = (at: number) => ({
    findings: [{ id: 'sign-in-expires-soon', severity: 'hint', evidence: { at } }] as const,
  });

  it('is told once when it is near, and once on its last day', () => {
    const { set, around, pass } = course('a');
    const end = ends(around().now + 60 * HOUR);
    expect(told(set('a', end))).toEqual(['login ends soon']);
    expect(told([...pass(HOUR), ...set('a', { light: 'down' }), ...set('a', end)])).toEqual([]);
    expect(told(pass(36 * HOUR))).toEqual(['login ends today']);
    expect(told(pass(20 * HOUR))).toEqual([]);
  });

  it('is told once of several proxies, and only the last day if it is seen late', () => {
    const { set, when, around } = course('a', 'b');
    const end = ends(around().now + 2 * HOUR);
    when({ settings: OFF });
    expect(told([...set('a', end), ...set('b', end)])).toEqual([]);
    expect(told(when({ settings: LOUD }))).toEqual(['login ends today']);
  });

  it('is taken back once it is renewed, and told of another login', () => {
    const { set, around } = course('a');
    const { now } = around();
    set('a', ends(now + 50 * HOUR));
    expect(told(set('a', {}))).toEqual(['withdrawn login']);
    expect(told(set('a', ends(now + 50 * HOUR)))).toEqual([]);
    expect(told(set('a', ends(now + 100 * HOUR)))).toEqual(['login ends soon']);
  });

  it('is not told to who is watching, then or later', () => {
    const { set, when, around } = course('a');
    when({ isWatched: true });
    expect(told(set('a', ends(around().now + 50 * HOUR)))).toEqual([]);
    expect(told(when({ isWatched: false }))).toEqual([]);
  });
});
