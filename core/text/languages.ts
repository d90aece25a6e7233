import type { Settings } from '../settings.ts';
import type { Catalogue } from './catalogue.ts';
import { chinese } from './chinese/chinese.ts';
import { english } from './english.ts';
import { german } from './german/german.ts';
import { japanese } from './japanese/japanese.ts';
import { languageFor, type Language } from './language.ts';

const CATALOGUES: Readonly<Record<Language, Catalogue>> = {
  en: english,
  de: german,
  zh: chinese,
  ja: japanese,
};

/** The catalogue for the language in the settings; `system` takes that of `systemLocale`, a BCP 47 name. */
export function catalogueFor(setting: Settings['language'], systemLocale: string): Catalogue {
  return CATALOGUES[languageFor(setting, systemLocale)];
}
