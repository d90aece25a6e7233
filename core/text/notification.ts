import type { Change } from '../monitor/watch-state.ts';
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

/** Words a confirmed change. Nothing that the proxy said comes into it; the address is the user's own. */
export function notificationText(change: Change, target: TargetView, texts: Catalogue): NotificationText {
  const { incident } = change;
  const words = texts.findings[incident.root];
  if (change.type === 'incident-opened') {
    return { title: words.headline({}), body: `${words.title}. ${shortUrl(target.url)}`, urgent: true };
  }
  const lasted = duration(secondsBetween(incident.startedAt, incident.endedAt ?? incident.startedAt), texts.units);
  return { title: texts.recoveredTitle, body: texts.recoveredBody(words.headline({}), lasted), urgent: false };
}
