import { useId, type ReactElement } from 'react';
import css from './Input.module.css';
import type { useDraft } from './use-draft.ts';

interface Props {
  readonly draft: ReturnType<typeof useDraft>;
  readonly id?: string | undefined;
  /** Its name, where no label stands beside it. */
  readonly label?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly kind?: 'text' | 'number' | 'time' | 'address' | undefined;
  readonly maxLength?: number | undefined;
  readonly describedBy?: string | undefined;
}

/** A line to type in. */
export function TextInput({
  draft: { field, problem },
  id,
  label,
  placeholder,
  kind = 'text',
  maxLength,
  describedBy,
}: Props): ReactElement {
  const ownId = useId();
  return (
    <input
      {...field}
      id={id ?? ownId}
      className={css['input']}
      data-width={kind}
      // An address field of the browser would judge by its own rules.
      type={kind === 'time' ? 'time' : 'text'}
      inputMode={kind === 'number' ? 'numeric' : kind === 'address' ? 'url' : undefined}
      dir={kind === 'address' ? 'ltr' : undefined}
      autoComplete="off"
      spellCheck={false}
      maxLength={maxLength}
      placeholder={placeholder}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={problem === undefined ? undefined : true}
    />
  );
}
