import { useId, useState, type ReactElement, type Ref } from 'react';
import type { Settings } from '../../core/settings.ts';
import { canonicalUrl, MAX_ADDRESS, USUAL_URL } from '../../core/target-url.ts';
import { addressProblem } from '../../core/text/address-problem.ts';
import { Problem } from '../fields/Field.tsx';
import input from '../fields/Input.module.css';
import { Button } from '../parts/Button.tsx';
import { usePopup } from '../state/popup.ts';
import css from './AddressForm.module.css';

interface Props {
  readonly label: string;
  /** Those that are watched already. */
  readonly targets: Settings['targets'];
  /** Takes an address in its canonical form; whether it was taken. */
  readonly onAdd: (url: string) => Promise<boolean>;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/** A field for the address of one more proxy. What is typed stays until it is taken. */
export function AddressForm({ label, targets, onAdd, ref }: Props): ReactElement {
  const { texts, announce } = usePopup();
  const id = useId();
  const [typed, setTyped] = useState('');
  const problem = addressProblem(typed, targets, texts);
  const isOff = typed.trim() === '' || problem !== undefined;
  const add = async (): Promise<void> => {
    const read = canonicalUrl(typed);
    if (problem !== undefined) announce(problem);
    if (isOff || !read.ok) return;
    if (await onAdd(read.url)) setTyped('');
  };
  return (
    <form
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label htmlFor={id} className={css['label']}>
        {label}
      </label>
      <input
        ref={ref}
        id={id}
        className={`${input['input']} ${css['address']}`}
        type="text"
        inputMode="url"
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        maxLength={MAX_ADDRESS}
        placeholder={USUAL_URL}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        aria-describedby={`${id}-problem`}
        aria-invalid={problem === undefined ? undefined : true}
      />
      <Button isOff={isOff} onPress={() => void add()}>
        {texts.settings.add}
      </Button>
      <Problem id={`${id}-problem`} text={problem} />
    </form>
  );
}
