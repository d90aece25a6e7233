import type { Alert } from '../monitor/alerts.ts';
import type { TargetView } from '../snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { duration, secondsBetween } from './duration.ts';
import { shortUrl } from './target-lines.ts';

/** A desktop notification. Both texts are our own words: some daemons read markup, others drop what looks like it. */
export interface NotificationText {
  readonly title: string;
  readonly body: string;
  readonly urgent: boolean;
}

/** Words an alert. Nothing that the proxy said comes into it; the address is the user's own. */
export function notificationText(alert: Alert, target: TargetView, texts: Catalogue): NotificationText {
  const where = shortUrl(target.url);
  if (alert.type === 'flapping-started')
    return { title: texts.flappingTitle, body: texts.flappingBody(where), urgent: true };
  const { root, startedAt, endedAt } = alert.incident;
  const words = texts.findings[root];
  if (alert.type === 'incident-opened')
    return { title: words.headline({}), body: `${words.title}. ${where}`, urgent: true };
  const lasted = duration(secondsBetween(startedAt, endedAt ?? startedAt), texts.units);
  return { title: texts.recoveredTitle, body: texts.recoveredBody(words.headline({}), lasted), urgent: false };
}
