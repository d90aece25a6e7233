import type { Settings } from '../../core/settings.ts';
import type { Catalogue } from '../../core/text/catalogue.ts';
import { languageFor } from '../../core/text/language.ts';

/** The texts in the language of the settings; `system` is that of the terminal. Only this language is loaded. */
export async function textsFor({ language }: Settings, env: NodeJS.ProcessEnv): Promise<Catalogue> {
  switch (languageFor(language, env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '')) {
    case 'de':
      return (await import('../../core/text/german/german.ts')).german;
    case 'zh':
      return (await import('../../core/text/chinese/chinese.ts')).chinese;
    case 'ja':
      return (await import('../../core/text/japanese/japanese.ts')).japanese;
    case 'en':
      return (await import('../../core/text/english.ts')).english;
  }
}
