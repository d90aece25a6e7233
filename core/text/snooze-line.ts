import type { Snoozed } from '../monitor/snooze.ts';
import type { Catalogue } from './catalogue.ts';

/** Says until when notifications rest, by the clock on the user's wall. */
export function snoozeLine({ until }: Snoozed, { locale, snooze }: Catalogue): string {
  if (until === 'recovery') return snooze.restUntilWell;
  return snooze.restUntil(new Date(until).toLocaleTimeString(locale, { timeStyle: 'short' }));
}
