import type { Catalogue } from '../core/text/catalogue.ts';
import type { MenuAction } from '../core/text/menu.ts';
import { notificationText } from '../core/text/notification.ts';
import type { Monitor } from '../engine/monitor.ts';
import type { Notifier } from './notifier.ts';

/** What announcing needs. */
export interface Announcements {
  readonly monitor: Pick<Monitor, 'onAlert'>;
  readonly notifier: Notifier;
  readonly popup: { isWatched(): boolean };
  readonly act: (action: MenuAction) => void;
  readonly texts: Catalogue;
}

/**
 * Announces each alert. When the user is looking at it already, only what was announced before is taken back, as it is
 * no longer so. Ends with the returned stop.
 */
export function announceAlerts({ monitor, notifier, popup, act, texts }: Announcements): () => void {
  return monitor.onAlert(({ targetId, alert, snapshot }) => {
    const target = snapshot.targets.find(({ id }) => id === targetId);
    if (target === undefined || popup.isWatched()) notifier.withdraw(targetId);
    else notifier.notify(notificationText(alert, target, texts), act);
  });
}
