import type { Incident } from '../../../core/monitor/incident.ts';
import type { Announcement, Around, SeenTarget } from '../../../core/monitor/announcement.ts';
import { announce, NOTHING_ANNOUNCED, type Announced, type AnnouncingEvent } from '../../../core/monitor/announcing.ts';
import { announcingDueIn } from '../../../core/monitor/announcing-due.ts';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

export const url = (name: string): string => `http://${name}`;

/** A world of targets that fail and recover, and what is announced of it. */
export function course(...names: readonly string[]) {
  let state: Announced = NOTHING_ANNOUNCED;
  let around: Around = {
    now: 1_000 * HOUR,
    localMinutes: 12 * 60,
    isWatched: false,
    settings: { notifications: true, reminders: 'off', quietHours: undefined },
    targets: names.map((name) => well(name)),
  };
  const set = (name: string, target: Partial<SeenTarget>): void => {
    around = {
      ...around,
      targets: around.targets.map((each) => (each.url === url(name) ? { ...well(name), ...target } : each)),
    };
  };
  const happens = (event: AnnouncingEvent): readonly Announcement[] => {
    const next = announce(state, event, around);
    state = next.state;
    return next.announcements;
  };
  const look = (): readonly Announcement[] => happens({ type: 'looked' });
  let count = 0;
  return {
    look,
    happens,
    around: () => around,
    dueIn: () => announcingDueIn(state, around),
    /** Changes what is so, and looks. */
    when: (change: Partial<Around>) => {
      around = { ...around, ...change };
      return look();
    },
    unsnooze: () => {
      const { snoozed: _over, ...rest } = around;
      around = rest;
      return look();
    },
    pass: (ms: number) => {
      around = { ...around, now: around.now + ms };
      return look();
    },
    set: (name: string, target: Partial<SeenTarget>) => {
      set(name, target);
      return look();
    },
    fail: (name: string) => {
      count += 1;
      const incident: Incident = { number: count, root: 'proxy-not-running', startedAt: around.now };
      set(name, { light: 'down', incident });
      return happens({ type: 'alert', url: url(name), alert: { type: 'incident-opened', incident } });
    },
    recover: (name: string) => {
      const before = around.targets.find((target) => target.url === url(name))?.incident;
      const incident: Incident = { number: 0, root: 'not-understood', startedAt: 0, ...before, endedAt: around.now };
      set(name, { lastIncident: incident });
      return happens({ type: 'alert', url: url(name), alert: { type: 'incident-closed', incident } });
    },
    flap: (name: string) => happens({ type: 'alert', url: url(name), alert: { type: 'flapping-started' } }),
  };
}

function well(name: string): SeenTarget {
  return { url: url(name), light: 'healthy', confirmed: true, findings: [] };
}

/** Announcements in few words: what, and of whom. */
export function told(announcements: readonly Announcement[]): readonly string[] {
  return announcements.map((each) => {
    const host = (address: string): string => address.replace('http://', '');
    switch (each.type) {
      case 'failed':
        return `${each.isReminder ? 'still ' : ''}failed ${each.failures.map((of) => host(of.url)).join()} in ${host(each.slot)}`;
      case 'recovered':
        return `recovered ${each.recoveries.map((of) => host(of.url)).join()} in ${host(each.slot)}`;
      case 'login-ends':
        return each.isToday ? 'login ends today' : 'login ends soon';
      case 'withdrawn':
        return `withdrawn ${host(each.slot)}`;
    }
  });
}
