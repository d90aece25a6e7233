import type { Settings } from '../settings.ts';

/** A language that has a catalogue, by its BCP 47 name. */
export type Language = Exclude<Settings['language'], 'system'>;

// By the first part of the name: "de-AT", "zh_CN.UTF-8", "ja". What is written for Chinese is simplified.
const FIRST_PART = /^(de|zh|ja)(?:[-_.@]|$)/i;
const BY_NAME: ReadonlyMap<string, Language> = new Map([
  ['de', 'de'],
  ['zh', 'zh'],
  ['ja', 'ja'],
]);

/**
 * The language of the faces. `systemLocale` is the BCP 47 name that the system gives, such as "de-AT".
 * English stands in for every language that has no catalogue.
 */
export function languageFor(setting: Settings['language'], systemLocale: string): Language {
  if (setting !== 'system') return setting;
  return BY_NAME.get(FIRST_PART.exec(systemLocale)?.[1]?.toLowerCase() ?? '') ?? 'en';
}
