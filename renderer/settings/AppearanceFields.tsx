import type { ReactElement } from 'react';
import type { Platform } from '../../core/platform.ts';
import { APPEARANCES, LANGUAGES, type Settings } from '../../core/settings.ts';
import { LANGUAGE_NAMES } from '../../core/text/settings-lines.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { Fields } from '../fields/Fields.tsx';
import { SwitchField } from '../fields/SwitchField.tsx';
import { useSetting } from '../fields/use-setting.ts';
import { usePopup } from '../state/popup.ts';

interface Props {
  readonly settings: Settings;
  readonly platform: Platform;
}

/** In which colours and words everything is said. */
export function AppearanceFields({ settings, platform }: Props): ReactElement {
  const { texts } = usePopup();
  const appearance = useSetting('appearance', settings);
  const language = useSetting('language', settings);
  const menuBarText = useSetting('menuBarText', settings);
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
      {platform === 'mac' && (
        <SwitchField
          words={words.menuBarText}
          isOn={menuBarText.value}
          onTurn={(isOn) => void menuBarText.change(isOn)}
          problem={menuBarText.problem}
        />
      )}
    </Fields>
  );
}
