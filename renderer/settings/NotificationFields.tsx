import type { ReactElement } from 'react';
import { RANGES, type Settings } from '../../core/settings.ts';
import { Fields } from '../fields/Fields.tsx';
import { NumberFields } from '../fields/NumberFields.tsx';
import { SwitchField } from '../fields/SwitchField.tsx';
import { useSetting } from '../fields/use-setting.ts';
import { usePopup } from '../state/popup.ts';
import { QuietHours } from './QuietHours.tsx';

const MINUTES = { ...RANGES.reminders, first: 60 };

/** What is told, and when. */
export function NotificationFields({ settings }: { readonly settings: Settings }): ReactElement {
  const { texts } = usePopup();
  const notifications = useSetting('notifications', settings);
  const reminders = useSetting('reminders', settings);
  return (
    <Fields>
      <SwitchField
        words={texts.settings.notifications}
        isOn={notifications.value}
        onTurn={(isOn) => void notifications.change(isOn)}
        problem={notifications.problem}
      />
      <NumberFields
        words={texts.settings.reminders}
        range={MINUTES}
        value={reminders.value === 'off' ? undefined : reminders.value}
        onChoose={(minutes) => void reminders.change(minutes ?? 'off')}
        problem={reminders.problem}
      />
      <QuietHours settings={settings} />
    </Fields>
  );
}
