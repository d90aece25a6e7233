import type { ReactElement } from 'react';
import type { Settings } from '../../core/settings.ts';
import { Fields } from '../fields/Fields.tsx';
import { NumberFields } from '../fields/NumberFields.tsx';
import { useSetting } from '../fields/use-setting.ts';
import { usePopup } from '../state/popup.ts';

const SECONDS = { least: 1, most: 3_600, first: 30 };

/** How often is checked. */
export function IntervalFields({ settings }: { readonly settings: Settings }): ReactElement {
  const { texts } = usePopup();
  const { value, change, problem } = useSetting('interval', settings);
  return (
    <Fields>
      <NumberFields
        words={texts.settings.interval}
        range={SECONDS}
        value={value === 'auto' ? undefined : value}
        onChoose={(seconds) => void change(seconds ?? 'auto')}
        problem={problem}
      />
    </Fields>
  );
}
