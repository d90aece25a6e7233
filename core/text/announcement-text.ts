import { circumstancesOf } from '../advice/circumstances.ts';
import { remedy } from '../advice/remedies.ts';
import type { StepId } from '../advice/step.ts';
import type { FindingId } from '../health/finding.ts';
import type { Announcement, Failure, Recovery } from '../monitor/announcement.ts';
import { plain } from '../plain.ts';
import { sightOf, type Snapshot, type TargetView } from '../snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import { duration, secondsBetween } from './duration.ts';
import { notificationText, snoozeButton, type NotificationButton, type NotificationText } from './notification.ts';
import { shortUrl } from './target-lines.ts';

type Spoken = Exclude<Announcement, { readonly type: 'withdrawn' }>;

const MAX_NAME = 40;
const MAX_NAMES = 4;

/** Words an announcement; nothing, if all that it is about has gone meanwhile. */
export function announcementText(told: Spoken, snapshot: Snapshot, texts: Catalogue): NotificationText | undefined {
  const text = worded(told, snapshot, texts);
  return text === undefined ? undefined : { ...text, about: told.slot };
}

function worded(told: Spoken, snapshot: Snapshot, texts: Catalogue): NotificationText | undefined {
  switch (told.type) {
    case 'failed':
      return failedText(told.failures, told.isReminder, snapshot, texts);
    case 'recovered':
      return recoveredText(told.recoveries, told.stillFailing, snapshot, texts);
    case 'login-ends':
      return loginText(told.url, told.isToday, snapshot, texts);
  }
}

function failedText(
  failures: readonly Failure[],
  isReminder: boolean,
  snapshot: Snapshot,
  texts: Catalogue,
): NotificationText | undefined {
  const [first] = failures;
  const target = first === undefined ? undefined : targetAt(first.url, snapshot);
  if (first === undefined || target === undefined) return undefined;
  const still = isReminder ? stillSo(failures, snapshot, texts) : undefined;
  if (failures.length > 1) {
    const { notifications } = texts;
    const names = list(
      failures.map(({ url }) => url),
      snapshot,
      texts,
    );
    return {
      ...overview(notifications.severalFail(failures.length), joined(names, still), true),
      buttons: [snoozeButton(texts)],
    };
  }
  const text = notificationText(first.alert, target, texts);
  const root = first.alert.type === 'incident-opened' ? first.alert.incident.root : undefined;
  return {
    ...text,
    body: joined(text.body, still),
    buttons: [...terminal(root, target, snapshot, texts), ...text.buttons],
  };
}

function stillSo(failures: readonly Failure[], { at }: Snapshot, { notifications, units }: Catalogue): string {
  const starts = failures.flatMap(({ alert }) => ('incident' in alert ? alert.incident.startedAt : []));
  const start = starts.reduce((a, b) => Math.min(a, b), at);
  return notifications.still(duration(secondsBetween(start, at), units));
}

function recoveredText(
  recoveries: readonly Recovery[],
  failing: readonly string[],
  snapshot: Snapshot,
  texts: Catalogue,
): NotificationText | undefined {
  const [first] = recoveries;
  const target = first === undefined ? undefined : targetAt(first.url, snapshot);
  if (first === undefined || target === undefined) return undefined;
  const still = failing.length === 0 ? undefined : texts.notifications.stillFailing(list(failing, snapshot, texts));
  if (recoveries.length > 1) {
    const names = list(
      recoveries.map(({ url }) => url),
      snapshot,
      texts,
    );
    return overview(texts.notifications.severalRecovered(recoveries.length), joined(names, still), false);
  }
  const text = notificationText({ type: 'incident-closed', incident: first.incident }, target, texts);
  const where = snapshot.targets.length > 1 ? nameOf(first.url, snapshot) : undefined;
  return { ...text, body: joined(where, text.body, still) };
}

function loginText(url: string, isToday: boolean, snapshot: Snapshot, texts: Catalogue): NotificationText | undefined {
  const target = targetAt(url, snapshot);
  if (target === undefined) return undefined;
  const words = texts.findings['sign-in-expires-soon'];
  const title = isToday ? texts.notifications.loginEndsToday : words.headline({});
  return {
    ...overview(title, `${words.title}. ${shortUrl(url)}`, false),
    buttons: [...terminal('sign-in-expires-soon', target, snapshot, texts)],
  };
}

function overview(title: string, body: string, urgent: boolean): NotificationText {
  return { title, body, urgent, about: '', onClick: { type: 'open-popup' }, buttons: [] };
}

const SIGN_IN: ReadonlySet<StepId> = new Set(['sign-in', 'sign-in-by-prompt']);

// The best step, if it is one for the terminal; and signing in, wherever that helps.
function terminal(
  root: FindingId | undefined,
  target: TargetView,
  snapshot: Snapshot,
  texts: Catalogue,
): readonly NotificationButton[] {
  if (root === undefined) return [];
  const at = circumstancesOf(snapshot.platform, sightOf(snapshot, target));
  const steps = remedy(root, at, snapshot.worked[root]);
  const step = steps.find(({ id, kind }, i) => kind === 'terminal' && (i === 0 || SIGN_IN.has(id)));
  if (step === undefined) return [];
  // What else would run there cannot be told from the notification, so the button tells it.
  const label = SIGN_IN.has(step.id) ? texts.popup.openTerminal : texts.steps[step.id];
  return [{ label, action: { type: 'use-step', target: target.id, finding: root, step: step.id, way: 'run' } }];
}

function list(urls: readonly string[], snapshot: Snapshot, { notifications }: Catalogue): string {
  const names = urls.slice(0, MAX_NAMES).map((url) => nameOf(url, snapshot));
  return notifications.list(names, urls.length - names.length);
}

// The user's own words for it, if there are any.
function nameOf(url: string, snapshot: Snapshot): string {
  return plain(shortUrl(targetAt(url, snapshot)?.name ?? url), MAX_NAME);
}

function targetAt(url: string, { targets }: Snapshot): TargetView | undefined {
  return targets.find((target) => target.url === url);
}

function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' · ');
}
