import type { Catalogue } from './catalogue.ts';
import { english } from './english.ts';
import type { Language } from './language.ts';

// English is always there; another language is a script of its own.
const LOADERS: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: () => Promise.resolve(english),
  de: async () => (await import('./german/german.ts')).german,
  zh: async () => (await import('./chinese/chinese.ts')).chinese,
  ja: async () => (await import('./japanese/japanese.ts')).japanese,
};

/** The texts in a language. Rejects when its script cannot be had. */
export function loadCatalogue(language: Language): Promise<Catalogue> {
  return LOADERS[language]();
}
