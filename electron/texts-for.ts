import type { Snapshot } from '../core/snapshot.ts';
import type { Catalogue } from '../core/text/catalogue.ts';
import { english } from '../core/text/english.ts';
import { languageFor, type Language } from '../core/text/language.ts';
import { loadCatalogue } from '../core/text/languages.ts';
import type { Log } from './log.ts';

/** The texts in the language that the settings of a snapshot ask for; in English until they are loaded. */
export type TextsFor = (snapshot: Pick<Snapshot, 'settings'>) => Catalogue;

export interface TextsOptions {
  /** The desktop's language, by its BCP 47 name. */
  readonly systemLocale: string;
  /** Called once there are texts in a language that was asked for, to have everything drawn anew. */
  readonly onLoaded: () => void;
  readonly log: Log;
}

/** Loads each language once, when it is first asked for. */
export function textsIn({ systemLocale, onLoaded, log }: TextsOptions): TextsFor {
  const loaded = new Map<Language, Catalogue>([['en', english]]);
  const asked = new Set<Language>(loaded.keys());
  const load = async (language: Language): Promise<void> => {
    try {
      loaded.set(language, await loadCatalogue(language));
      onLoaded();
    } catch (error) {
      log(`The texts in the language ${language} cannot be loaded`, error);
    }
  };
  return ({ settings }) => {
    const language = languageFor(settings.language, systemLocale);
    if (!asked.has(language)) {
      asked.add(language);
      void load(language);
    }
    return loaded.get(language) ?? english;
  };
}
