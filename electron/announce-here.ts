import { app } from 'electron';
import { APP_ID } from './app-id.ts';
import { busNotifier } from './desktop-bus/bus-notifier.ts';
import type { DesktopBus } from './desktop-bus/session-bus.ts';
import type { Log } from './log.ts';
import { announceAlerts, type Announcements } from './notifications.ts';
import { electronNotifier } from './notifier.ts';

export interface AnnounceHereOptions extends Omit<Announcements, 'notifier'> {
  /** The bus of a Linux desktop; elsewhere Electron's own notifications are shown. */
  readonly bus: DesktopBus | undefined;
  readonly log: Log;
}

/** Announces alerts by the notifications of this desktop. Ends with the returned stop. */
export function announceHere({ bus, log, ...announcements }: AnnounceHereOptions): () => void {
  const { monitor, textsFor } = announcements;
  // Does nothing but on Windows.
  app.setAppUserModelId(APP_ID);
  const openLabel = (): string => textsFor(monitor.snapshot()).menu.open;
  const notifier =
    bus === undefined
      ? electronNotifier(log)
      : busNotifier({ bus, appName: app.name, desktopEntry: 'pilot-light', openLabel, log });
  const stopAnnouncing = announceAlerts({ ...announcements, notifier });
  return () => {
    stopAnnouncing();
    notifier.stop();
  };
}
