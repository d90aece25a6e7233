import { Notification } from 'electron';
import type { NotificationText } from '../core/text/notification.ts';
import type { Log } from './log.ts';

/** Shows desktop notifications. */
export interface Notifier {
  notify(text: NotificationText, onClick: () => void): void;
  stop(): void;
}

// Some desktops never tell that a notification was closed; older ones than these are let go.
const MAX_KEPT = 20;

/**
 * Electron's own notifications. On Linux their `show` waits for the notification service, so a service that hangs
 * stops the main process: whoever brings a client that does not wait replaces this there.
 */
export function electronNotifier(log: Log): Notifier {
  // A notification that nobody holds is collected, and its click is lost with it.
  const kept = new Set<Notification>();
  return {
    notify: ({ title, body, urgent }, onClick) => {
      const shown = new Notification({ title, body, urgency: urgent ? 'critical' : 'normal' });
      shown.on('click', onClick);
      shown.on('close', () => kept.delete(shown));
      shown.on('failed', (_event, error) => {
        kept.delete(shown);
        // Without any service the reason is an empty text.
        log('A notification could not be shown', error === '' ? 'nobody serves notifications here' : error);
      });
      keep(kept, shown);
      shown.show();
    },
    stop: () => kept.clear(),
  };
}

function keep(kept: Set<Notification>, shown: Notification): void {
  const [oldest] = kept;
  if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.add(shown);
}
