import type { Announcement } from '../core/monitor/announcement.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { announcementText } from '../core/text/announcement-text.ts';
import type { MenuAction } from '../core/text/menu.ts';
import { startAnnouncer } from '../engine/announcer.ts';
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

/** Shows what is announced as notifications, each in place of what it replaces. Ends with the returned stop. */
export function announceAlerts({ monitor, notifier, popup, act, textsFor, onTold, clock }: Announcements): () => void {
  const tell = (told: Announcement, snapshot: Snapshot): void => {
    const { slot } = told;
    onTold(told);
    const text = told.type === 'withdrawn' ? undefined : announcementText(told, snapshot, textsFor(snapshot));
    if (text === undefined) return notifier.withdraw(slot);
    notifier.notify(text, (action) => {
      announcer.clicked(slot);
      act(action);
    });
  };
  const announcer = startAnnouncer({ monitor, isWatched: () => popup.isWatched(), tell, clock });
  return announcer.stop;
}
