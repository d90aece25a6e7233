import type { Settings } from '../settings.ts';

/** A language that has a catalogue, by its BCP 47 name. */
export type Language = 'en' | 'de';

/**
 * The language of the faces. `systemLocale` is the BCP 47 name that the system gives, such as "de-AT".
 * English stands in for every language that has no catalogue yet.
 */
export function languageFor(setting: Settings['language'], systemLocale: string): Language {
  const wanted = setting === 'system' ? systemLocale : setting;
  return /^de(?:[-_.@]|$)/i.test(wanted) ? 'de' : 'en';
}
