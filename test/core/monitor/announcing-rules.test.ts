import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Announcement, Around, SeenTarget } from '../../../core/monitor/announcement.ts';
import { announce, NOTHING_ANNOUNCED, type AnnouncingEvent } from '../../../core/monitor/announcing.ts';
import { announcingDueIn } from '../../../core/monitor/announcing-due.ts';
import type { Incident } from '../../../core/monitor/incident.ts';
import { course, MINUTE, url } from './announcing-course.ts';

const NAMES = ['a', 'b', 'c'] as const;

type Happening =
  | { readonly what: 'fail' | 'recover' | 'flap' | 'pause'; readonly name: (typeof NAMES)[number] }
  | { readonly what: 'pass'; readonly ms: number }
  | { readonly what: 'snooze' | 'off' | 'quiet' | 'watch'; readonly on: boolean };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    what: fc.constantFrom('fail', 'recover', 'fail', 'recover', 'flap', 'pause'),
    name: fc.constantFrom(...NAMES),
  }),
  fc.record({ what: fc.constant('pass'), ms: fc.integer({ min: 0, max: 40 * MINUTE }) }),
  fc.record({ what: fc.constant('pass'), ms: fc.integer({ min: 0, max: 3_000 }) }),
  fc.record({ what: fc.constantFrom('snooze', 'off', 'quiet', 'watch'), on: fc.boolean() }),
);

interface Turn {
  readonly around: Around;
  readonly announcements: readonly Announcement[];
}

/** What is announced in a world that keeps to the rules of alerts: first a failure, then its end. */
function turns(happenings: readonly Happening[], reminders: 'off' | 30): readonly Turn[] {
  const world = course(...NAMES);
  const ailing = new Set<string>();
  const settings = (change: Partial<Around['settings']>): readonly Announcement[] =>
    world.when({ settings: { ...world.around().settings, ...change } });
  settings({ reminders });
  const happen = (each: Happening): readonly Announcement[] => {
    switch (each.what) {
      case 'fail':
        if (ailing.has(each.name)) return [];
        ailing.add(each.name);
        return world.fail(each.name);
      case 'recover':
        return ailing.delete(each.name) ? world.recover(each.name) : [];
      case 'flap':
        return ailing.has(each.name) ? world.flap(each.name) : [];
      case 'pause':
        ailing.delete(each.name);
        return world.set(each.name, { light: 'paused' });
      case 'pass':
        return world.pass(each.ms);
      case 'snooze':
        return each.on ? world.when({ snoozed: { until: 'recovery' } }) : world.unsnooze();
      case 'off':
        return settings({ notifications: !each.on });
      case 'quiet':
        return settings({ quietHours: each.on ? { from: '11:00', to: '13:00' } : undefined });
      case 'watch':
        return world.when({ isWatched: each.on });
    }
  };
  return happenings.map((each) => ({ announcements: happen(each), around: world.around() }));
}

const isSilent = ({ around }: Turn): boolean => isResting(around) || around.isWatched || isQuietThen(around);
const isResting = ({ snoozed, settings }: Around): boolean => snoozed !== undefined || !settings.notifications;
const isQuietThen = ({ settings }: Around): boolean => settings.quietHours !== undefined;

/** Calls `check` with every turn, and with what the user had heard of or seen before it. */
function follow(all: readonly Turn[], check: (turn: Turn, known: ReadonlySet<unknown>) => void): void {
  const known = new Set<unknown>();
  for (const turn of all) {
    if (isResting(turn.around)) known.clear();
    if (turn.around.isWatched) for (const { url: at } of turn.around.targets) known.add(at);
    check(turn, known);
    for (const each of turn.announcements) {
      if (each.type !== 'failed') continue;
      for (const { url: at, alert } of each.failures) known.add(at).add(alert);
    }
  }
}

describe('in any course of events', () => {
  const courses = fc.array(happening, { maxLength: 60 });

  it('nothing is told while it is to be silent', () => {
    fc.assert(
      fc.property(courses, fc.constantFrom<'off' | 30>('off', 30), (happenings, reminders) => {
        const types = turns(happenings, reminders)
          .filter(isSilent)
          .flatMap(({ announcements }) => announcements.map(({ type }) => type));
        expect(types.filter((type) => type !== 'withdrawn')).toEqual([]);
      }),
    );
  });

  it('without reminders every notification has news: no failure is told twice, but once after each rest', () => {
    fc.assert(
      fc.property(courses, (happenings) => {
        follow(turns(happenings, 'off'), ({ announcements }, known) => {
          for (const each of announcements) {
            if (each.type !== 'failed') continue;
            expect(each.isReminder).toBe(false);
            expect(each.failures.some(({ alert }) => !known.has(alert))).toBe(true);
          }
        });
      }),
    );
  });

  it('a recovery is told only of what was told or seen', () => {
    fc.assert(
      fc.property(courses, fc.constantFrom<'off' | 30>('off', 30), (happenings, reminders) => {
        follow(turns(happenings, reminders), ({ announcements }, known) => {
          for (const each of announcements) {
            if (each.type !== 'recovered') continue;
            expect(each.recoveries.filter((of) => !known.has(of.url))).toEqual([]);
          }
        });
      }),
    );
  });

  it('what lasts is told in the end, once all may be told', () => {
    fc.assert(
      fc.property(courses, (happenings) => {
        const loud: readonly Happening[] = [
          { what: 'snooze', on: true },
          { what: 'watch', on: false },
          { what: 'quiet', on: false },
          { what: 'off', on: false },
          { what: 'snooze', on: false },
          { what: 'pass', ms: MINUTE },
        ];
        const all = turns([...happenings, { what: 'pause', name: 'a' }, { what: 'fail', name: 'a' }, ...loud], 'off');
        const last = all.slice(-loud.length).flatMap(({ announcements }) => announcements);
        const failed = last.flatMap((each) => (each.type === 'failed' ? each.failures.map((of) => of.url) : []));
        expect(failed).toContain(url('a'));
        expect(new Set(failed).size).toBe(failed.length);
      }),
    );
  });
});

const moment = fc.integer({ min: -1e12, max: 1e13 });
const incident: fc.Arbitrary<Incident> = fc.record(
  { number: fc.nat(3), root: fc.constant('not-understood'), startedAt: moment, endedAt: moment },
  { requiredKeys: ['number', 'root', 'startedAt'] },
);
const name = fc.constantFrom(...NAMES).map(url);
const target: fc.Arbitrary<SeenTarget> = fc.record(
  {
    url: name,
    light: fc.constantFrom('healthy', 'down', 'unknown', 'paused'),
    confirmed: fc.boolean(),
    findings: fc.array(
      fc.record({
        id: fc.constant('sign-in-expires-soon'),
        severity: fc.constant('hint'),
        evidence: fc.record({ at: moment }, { requiredKeys: [] }),
      }),
      { maxLength: 2 },
    ),
    incident,
    lastIncident: incident,
  },
  { requiredKeys: ['url', 'light', 'confirmed', 'findings'] },
);
const anything: fc.Arbitrary<Around> = fc.record(
  {
    now: moment,
    localMinutes: fc.nat(1_439),
    isWatched: fc.boolean(),
    settings: fc.record({
      notifications: fc.boolean(),
      reminders: fc.constantFrom<'off' | 5>('off', 5),
      quietHours: fc.constantFrom(undefined, { from: '22:00', to: '07:00' }),
    }),
    snoozed: fc.oneof(fc.record({ until: fc.constant('recovery' as const) }), fc.record({ until: moment })),
    targets: fc.array(target, { maxLength: 5 }),
  },
  { requiredKeys: ['now', 'localMinutes', 'isWatched', 'settings', 'targets'] },
);
const anyEvent: fc.Arbitrary<AnnouncingEvent> = fc.oneof(
  fc.record({ type: fc.constant('looked') }),
  fc.record({ type: fc.constant('clicked'), slot: name }),
  fc.record({
    type: fc.constant('alert'),
    url: name,
    alert: fc.oneof(
      fc.record({ type: fc.constantFrom('incident-opened', 'incident-closed'), incident }),
      fc.record({ type: fc.constant('flapping-started') }),
    ),
  }),
);

function countOf(each: Announcement): number {
  if (each.type === 'failed') return each.failures.length;
  return each.type === 'recovered' ? each.recoveries.length : 1;
}

describe('whatever is so, and in whatever order', () => {
  it('never throws, tells nothing of nobody, and waits a minute at most', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEvent, anything), { maxLength: 30 }), (events) => {
        let state = NOTHING_ANNOUNCED;
        for (const [event, around] of events) {
          const next = announce(state, event, around);
          state = next.state;
          expect(next.announcements.filter((each) => countOf(each) === 0)).toEqual([]);
          const slots = next.announcements.map(({ slot }) => slot);
          expect(new Set(slots).size).toBe(slots.length);
          const dueIn = announcingDueIn(state, around) ?? 0;
          expect(dueIn >= 0 && dueIn <= MINUTE).toBe(true);
        }
      }),
    );
  });
});
