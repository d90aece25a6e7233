import type { ReactElement } from 'react';
import { MAX_LENGTHS, type Settings } from '../../core/settings.ts';
import { Fields } from '../fields/Fields.tsx';
import { SwitchField } from '../fields/SwitchField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { useSetting } from '../fields/use-setting.ts';
import { usePopup } from '../state/popup.ts';

/** What belongs to this computer: how the program comes up, and where the Claude CLI is. */
export function ComputerFields({ settings }: { readonly settings: Settings }): ReactElement {
  const { startAtLogin: words, shortcut, cliPath, noShortcut, byItself } = usePopup().texts.settings;
  const startAtLogin = useSetting('startAtLogin', settings);
  return (
    <Fields>
      <SwitchField
        words={words}
        isOn={startAtLogin.value}
        onTurn={(isOn) => void startAtLogin.change(isOn)}
        problem={startAtLogin.problem}
      />
      <TextField
        words={shortcut}
        setting={useSetting('shortcut', settings)}
        empty={noShortcut}
        maxLength={MAX_LENGTHS.shortcut}
      />
      <TextField
        words={cliPath}
        setting={useSetting('cliPath', settings)}
        empty={byItself}
        maxLength={MAX_LENGTHS.cliPath}
      />
    </Fields>
  );
}
