import type { Catalogue } from '../core/text/catalogue.ts';
import { notificationText } from '../core/text/notification.ts';
import type { Monitor } from '../engine/monitor.ts';
import type { Notifier } from './notifier.ts';

/** What announcing needs. */
export interface Announcements {
  readonly monitor: Pick<Monitor, 'onAlert'>;
  readonly notifier: Notifier;
  readonly popup: { show(): void; isWatched(): boolean };
  readonly texts: Catalogue;
}

/** Announces each alert, unless the user is looking at it already. Ends with the returned stop. */
export function announceAlerts({ monitor, notifier, popup, texts }: Announcements): () => void {
  return monitor.onAlert(({ targetId, alert, snapshot }) => {
    const target = snapshot.targets.find(({ id }) => id === targetId);
    if (target === undefined || popup.isWatched()) return;
    notifier.notify(notificationText(alert, target, texts), () => popup.show());
  });
}
