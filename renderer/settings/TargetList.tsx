import { useRef, type ReactElement } from 'react';
import type { Settings } from '../../core/settings.ts';
import { movedTarget } from '../../core/settings-targets.ts';
import { shortUrl } from '../../core/text/target-lines.ts';
import { Problem } from '../fields/Field.tsx';
import { Fields } from '../fields/Fields.tsx';
import { useSetting } from '../fields/use-setting.ts';
import { AddressForm } from '../found/AddressForm.tsx';
import { usePopup } from '../state/popup.ts';
import { TargetItem, type Way } from './TargetItem.tsx';
import css from './TargetList.module.css';

/** The proxies that are watched, and a field for one more. */
export function TargetList({ settings }: { readonly settings: Settings }): ReactElement {
  const { texts, announce } = usePopup();
  const field = useRef<HTMLInputElement>(null);
  const movers = useRef(new Map<string, HTMLButtonElement>());
  const { value: targets, change, problem } = useSetting('targets', settings);
  const remove = (index: number): void => {
    void change(targets.filter((_, i) => i !== index));
    field.current?.focus();
  };
  const move = (index: number, way: Way): void => {
    const to = way === 'up' ? index - 1 : index + 1;
    const target = targets[index];
    if (target === undefined) return;
    void change(movedTarget(targets, index, to));
    announce(texts.targets.moved(target.name ?? shortUrl(target.url), to + 1, targets.length));
    // The same button of the place to which it went: pressed again, it moves the same one on.
    movers.current.get(`${to} ${way}`)?.focus();
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
          onMove={(way) => move(index, way)}
          onRemove={() => remove(index)}
          mover={(way) => (button) => {
            if (button === null) movers.current.delete(`${index} ${way}`);
            else movers.current.set(`${index} ${way}`, button);
          }}
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
