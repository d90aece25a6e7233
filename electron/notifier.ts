import { Notification } from 'electron';
import type { MenuAction } from '../core/text/menu.ts';
import type { NotificationText } from '../core/text/notification.ts';
import type { Log } from './log.ts';

/** Shows desktop notifications: one at a time for what it is about. */
export interface Notifier {
  /** Shows it in place of an earlier one about the same. `act` does what a click on it or on a button of it asks for. */
  notify(text: NotificationText, act: (action: MenuAction) => void): void;
  /** Takes back what is shown about it. */
  withdraw(about: string): void;
  stop(): void;
}

// Some desktops never tell that a notification was closed; older ones than these are let go.
const MAX_KEPT = 20;

/** Electron's own notifications, for macOS and Windows: on Linux their `show` keeps the main process waiting. */
export function electronNotifier(log: Log): Notifier {
  // A notification that nobody holds is collected, and its click is lost with it.
  const kept = new Map<string, Notification>();
  const withdraw = (about: string): void => {
    const earlier = kept.get(about);
    kept.delete(about);
    earlier?.close();
  };
  return {
    notify: (text, act) => {
      withdraw(text.about);
      const shown = made(text, act);
      const forget = (): void => {
        if (kept.get(text.about) === shown) kept.delete(text.about);
      };
      shown.on('close', forget);
      shown.on('failed', (_event, error) => {
        forget();
        log('A notification could not be shown', error);
      });
      keep(kept, text.about, shown);
      shown.show();
    },
    withdraw,
    stop: () => [...kept.keys()].forEach(withdraw),
  };
}

function made(text: NotificationText, act: (action: MenuAction) => void): Notification {
  const { title, body, urgent, buttons, onClick } = text;
  const actions = buttons.map(({ label }) => ({ type: 'button' as const, text: label }));
  const shown = new Notification({ title, body, urgency: urgent ? 'critical' : 'normal', actions });
  shown.on('click', () => act(onClick));
  shown.on('action', (_event, index) => {
    const button = buttons[index];
    if (button !== undefined) act(button.action);
  });
  return shown;
}

function keep(kept: Map<string, Notification>, about: string, shown: Notification): void {
  const [oldest] = kept.keys();
  if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(about, shown);
}
