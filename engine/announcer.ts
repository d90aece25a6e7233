import { announce, NOTHING_ANNOUNCED, type AnnouncingEvent } from '../core/monitor/announcing.ts';
import { announcingDueIn } from '../core/monitor/announcing-due.ts';
import { isNews } from '../core/monitor/around.ts';
import type { Announcement, Around } from '../core/monitor/announcement.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { Clock } from './clock.ts';
import type { Monitor } from './monitor.ts';

/** Tells of troubles and their ends. */
export interface Announcer {
  /** The user has answered what stands in a slot. */
  readonly clicked: (slot: string) => void;
  readonly stop: () => void;
}

export interface AnnouncerOptions {
  readonly monitor: Pick<Monitor, 'onAlert' | 'onSnapshot' | 'snapshot'>;
  /** Whether the user sees it anyhow. */
  readonly isWatched: () => boolean;
  readonly tell: (told: Announcement, snapshot: Snapshot) => void;
  readonly clock: Clock;
}

/**
 * Announces what is worth it, as the settings and the snooze of the newest snapshot want it, whenever they change. A timer
 * runs only while something is held back.
 */
export function startAnnouncer({ monitor, isWatched, tell, clock }: AnnouncerOptions): Announcer {
  let state = NOTHING_ANNOUNCED;
  let last: Around | undefined;
  let cancel = (): void => {};

  const around = (snapshot: Snapshot): Around => aroundOf(snapshot, clock.now(), isWatched());
  const look = (snapshot: Snapshot): void => {
    const here = around(snapshot);
    if (isNews(last, here)) move({ type: 'looked' }, snapshot, here);
  };
  const move = (event: AnnouncingEvent, snapshot: Snapshot, here = around(snapshot)): void => {
    const next = announce(state, event, here);
    state = next.state;
    last = here;
    for (const told of next.announcements) tell(told, snapshot);
    cancel();
    const dueIn = announcingDueIn(state, here);
    cancel = dueIn === undefined ? () => {} : clock.after(dueIn, () => move({ type: 'looked' }, monitor.snapshot()));
  };

  const stops = [
    monitor.onAlert(({ targetId, alert, snapshot }) => {
      const target = snapshot.targets.find(({ id }) => id === targetId);
      if (target !== undefined) move({ type: 'alert', url: target.url, alert }, snapshot);
    }),
    monitor.onSnapshot(look),
    () => cancel(),
  ];
  return {
    clicked: (slot) => move({ type: 'clicked', slot }, monitor.snapshot()),
    stop: () => stops.forEach((stop) => stop()),
  };
}

function aroundOf({ settings, targets, snoozed }: Snapshot, now: number, isWatched: boolean): Around {
  const local = new Date(now);
  const localMinutes = local.getHours() * 60 + local.getMinutes();
  return { now, localMinutes, isWatched, settings, targets, ...(snoozed !== undefined && { snoozed }) };
}
