import type { ReactElement } from 'react';
import { APPEARANCES, LANGUAGES, type Settings } from '../../core/settings.ts';
import { LANGUAGE_NAMES } from '../../core/text/settings-lines.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { Fields } from '../fields/Fields.tsx';
import { useSetting } from '../fields/use-setting.ts';
import { usePopup } from '../state/popup.ts';

/** In which colours and words everything is said. */
export function AppearanceFields({ settings }: { readonly settings: Settings }): ReactElement {
  const { texts } = usePopup();
  const appearance = useSetting('appearance', settings);
  const language = useSetting('language', settings);
  const { appearances, likeDesktop, ...words } = texts.settings;
  return (
    <Fields>
      <ChoiceField
        words={words.appearance}
        setting={appearance}
        values={APPEARANCES}
        textOf={(value) => appearances[value]}
      />
      <ChoiceField
        words={words.language}
        setting={language}
        values={LANGUAGES}
        textOf={(value) => (value === 'system' ? likeDesktop : LANGUAGE_NAMES[value])}
      />
    </Fields>
  );
}
