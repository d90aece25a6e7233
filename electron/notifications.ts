import { announce, NOTHING_ANNOUNCED, type AnnouncingEvent } from '../core/monitor/announcing.ts';
import { announcingDueIn } from '../core/monitor/announcing-due.ts';
import { isNews } from '../core/monitor/around.ts';
import type { Announcement, Around } from '../core/monitor/announcement.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { announcementText } from '../core/text/announcement-text.ts';
import type { MenuAction } from '../core/text/menu.ts';
import type { Clock } from '../engine/clock.ts';
import type { Monitor } from '../engine/monitor.ts';
import type { Notifier } from './notifier.ts';
import type { TextsFor } from './texts-for.ts';

/** What announcing needs. */
export interface Announcements {
  readonly monitor: Pick<Monitor, 'onAlert' | 'onSnapshot' | 'snapshot'>;
  readonly notifier: Notifier;
  readonly popup: { isWatched(): boolean };
  readonly act: (action: MenuAction) => void;
  readonly textsFor: TextsFor;
  /** Whoever remembers what was told. */
  readonly onTold: (announcement: Announcement) => void;
  readonly clock: Clock;
}

/**
 * Announces what is worth it, as the settings and the snooze of the newest snapshot want it, whenever they change. A timer
 * runs only while something is held back. Ends with the returned stop.
 */
export function announceAlerts({ monitor, notifier, popup, act, textsFor, onTold, clock }: Announcements): () => void {
  let state = NOTHING_ANNOUNCED;
  let last: Around | undefined;
  let cancel = (): void => {};

  const tell = (told: Announcement, snapshot: Snapshot): void => {
    const { slot } = told;
    onTold(told);
    const text = told.type === 'withdrawn' ? undefined : announcementText(told, snapshot, textsFor(snapshot));
    if (text === undefined) return notifier.withdraw(slot);
    notifier.notify(text, (action) => {
      move({ type: 'clicked', slot }, monitor.snapshot());
      act(action);
    });
  };
  const around = (snapshot: Snapshot): Around => aroundOf(snapshot, clock.now(), popup.isWatched());
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
  return () => stops.forEach((stop) => stop());
}

function aroundOf({ settings, targets, snoozed }: Snapshot, now: number, isWatched: boolean): Around {
  const local = new Date(now);
  const localMinutes = local.getHours() * 60 + local.getMinutes();
  return { now, localMinutes, isWatched, settings, targets, ...(snoozed !== undefined && { snoozed }) };
}
