import { useRef, type ReactElement } from 'react';
import type { Settings } from '../../core/settings.ts';
import { Problem } from '../fields/Field.tsx';
import { Fields } from '../fields/Fields.tsx';
import { useSetting } from '../fields/use-setting.ts';
import { AddressForm } from '../found/AddressForm.tsx';
import { usePopup } from '../state/popup.ts';
import { TargetItem } from './TargetItem.tsx';
import css from './TargetList.module.css';

/** The proxies that are watched, and a field for one more. */
export function TargetList({ settings }: { readonly settings: Settings }): ReactElement {
  const { texts } = usePopup();
  const field = useRef<HTMLInputElement>(null);
  const { value: targets, change, problem } = useSetting('targets', settings);
  const remove = (index: number): void => {
    void change(targets.filter((_, i) => i !== index));
    field.current?.focus();
  };
  return (
    <Fields>
      {targets.map((target, index) => (
        <TargetItem
          // Two may have one name, and an address changes while it is edited.
          key={index}
          number={index + 1}
          target={target}
          others={targets.filter((_, i) => i !== index)}
          onChange={(changed) => void change(targets.map((each, i) => (i === index ? changed : each)))}
          onRemove={() => remove(index)}
        />
      ))}
      <div className={css['last']}>
        <AddressForm
          ref={field}
          label={texts.settings.addProxy}
          targets={targets}
          onAdd={(url) => change([...targets, { url }])}
        />
        <Problem id="targets-problem" text={problem} />
      </div>
    </Fields>
  );
}
