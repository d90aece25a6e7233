import type { SettingsTrouble } from '../snapshot.ts';
import type { Catalogue } from './catalogue.ts';
import type { Language } from './language.ts';

/** The languages in their own words, so that who is lost in a foreign one finds the own. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  zh: '简体中文',
  ja: '日本語',
};

/** What is wrong with the settings file, a line each. */
export function troubleLines(troubles: readonly SettingsTrouble[], { settings }: Catalogue): readonly string[] {
  return troubles.map(({ key, line }) =>
    key === undefined ? settings.fileTrouble(line) : settings.trouble(key, line),
  );
}

/** What is wrong with a number that is being typed. */
export function numberProblem(typed: string, least: number, most: number, { settings }: Catalogue): string | undefined {
  const number = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  return number >= least && number <= most ? undefined : settings.numberProblem(least, most);
}
