import type { ReactElement } from 'react';
import { RANGES, type Settings } from '../../core/settings.ts';
import { Fields } from '../fields/Fields.tsx';
import { NumberFields } from '../fields/NumberFields.tsx';
import { SwitchField } from '../fields/SwitchField.tsx';
import { useSetting } from '../fields/use-setting.ts';
import { usePopup } from '../state/popup.ts';

const SECONDS = { ...RANGES.interval, first: 30 };
const LOOKS = { ...RANGES.confirmAfter, first: 3 };
const MILLISECONDS = { ...RANGES.slowAfter, first: 1_000 };

/** How often is checked, and from when on a fault counts. */
export function CheckingFields({ settings }: { readonly settings: Settings }): ReactElement {
  const words = usePopup().texts.settings;
  const interval = useSetting('interval', settings);
  const confirmAfter = useSetting('confirmAfter', settings);
  const slowAfter = useSetting('slowAfter', settings);
  const metrics = useSetting('metrics', settings);
  return (
    <Fields>
      <NumberFields
        words={words.interval}
        range={SECONDS}
        value={interval.value === 'auto' ? undefined : interval.value}
        onChoose={(seconds) => void interval.change(seconds ?? 'auto')}
        problem={interval.problem}
      />
      <NumberFields
        words={words.confirmAfter}
        range={LOOKS}
        value={confirmAfter.value === 'auto' ? undefined : confirmAfter.value}
        onChoose={(looks) => void confirmAfter.change(looks ?? 'auto')}
        problem={confirmAfter.problem}
      />
      <NumberFields
        words={words.slowAfter}
        range={MILLISECONDS}
        value={slowAfter.value === 'off' ? undefined : slowAfter.value}
        onChoose={(ms) => void slowAfter.change(ms ?? 'off')}
        problem={slowAfter.problem}
      />
      <SwitchField
        words={words.metrics}
        isOn={metrics.value}
        onTurn={(isOn) => void metrics.change(isOn)}
        problem={metrics.problem}
      />
    </Fields>
  );
}
