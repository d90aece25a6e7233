import type { Alert } from '../monitor/alerts.ts';
import type { TargetView } from '../snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import type { MenuAction } from './menu.ts';
import { duration, secondsBetween } from './duration.ts';
import { shortUrl } from './target-lines.ts';

/** A desktop notification. Both texts are our own words: some daemons read markup, others drop what looks like it. */
export interface NotificationText {
  readonly title: string;
  readonly body: string;
  readonly urgent: boolean;
  /** What it is about: a later one about the same takes its place. */
  readonly about: string;
  /** What a click on it does. */
  readonly onClick: MenuAction;
  /** The buttons on it, where the desktop shows buttons; the first is what helps most. */
  readonly buttons: readonly NotificationButton[];
}

export interface NotificationButton {
  readonly label: string;
  readonly action: MenuAction;
}

/** Words an alert. Nothing that the proxy said comes into it; the address is the user's own. */
export function notificationText(alert: Alert, target: TargetView, texts: Catalogue): NotificationText {
  const where = shortUrl(target.url);
  const about = target.id;
  const action = { type: 'open-diagnostics', target: about } as const;
  const buttons = [{ label: texts.menu.diagnose, action }, snoozeButton(texts)];
  const diagnose = { urgent: true, about, onClick: action, buttons };
  if (alert.type === 'flapping-started')
    return { title: texts.flappingTitle, body: texts.flappingBody(where), ...diagnose };
  const { root, startedAt, endedAt } = alert.incident;
  const words = texts.findings[root];
  if (alert.type === 'incident-opened')
    return { title: words.headline({}), body: `${words.title}. ${where}`, ...diagnose };
  const lasted = duration(secondsBetween(startedAt, endedAt ?? startedAt), texts.units);
  return {
    title: texts.recoveredTitle,
    body: texts.recoveredBody(words.headline({}), lasted),
    urgent: false,
    about,
    onClick: { type: 'open-popup' },
    buttons: [],
  };
}

/** The button that puts all notifications to rest. */
export function snoozeButton({ snooze }: Catalogue): NotificationButton {
  return { label: snooze.button, action: { type: 'snooze', until: '1 h' } };
}
