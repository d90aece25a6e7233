import type { Catalogue } from '../../core/text/catalogue.ts';
import { english } from '../../core/text/english.ts';
import { languageFor, type Language } from '../../core/text/language.ts';
import { loadCatalogue } from '../../core/text/languages.ts';
import type { Mirror } from './mirror.ts';

/**
 * Calls `show` with the texts in the user's language, once that is known, and again whenever it changes.
 * A language that cannot be loaded gives way to English. The returned stop ends it.
 */
export function followLanguage(
  { store }: Pick<Mirror, 'store'>,
  systemLocale: string,
  show: (texts: Catalogue) => void,
): () => void {
  let wanted: Language | undefined;
  const look = (): void => {
    const { snapshot } = store.getState();
    if (snapshot === undefined) return;
    const language = languageFor(snapshot.settings.language, systemLocale);
    if (language === wanted) return;
    wanted = language;
    const showIfWanted = (texts: Catalogue): void => {
      if (wanted === language) show(texts);
    };
    // Text in another language is better than none.
    loadCatalogue(language).then(showIfWanted, () => showIfWanted(english));
  };
  const unsubscribe = store.subscribe(look);
  look();
  return () => {
    wanted = undefined;
    unsubscribe();
  };
}
