import { useId, type ReactElement, type ReactNode } from 'react';
import type { FieldWords } from '../../core/text/settings-words.ts';
import css from './Field.module.css';

/** What ties a control to its words. */
export interface ControlIds {
  readonly id: string;
  readonly 'aria-describedby': string;
  readonly 'aria-invalid': true | undefined;
}

interface Props {
  readonly words: FieldWords;
  /** What is wrong with what was set. */
  readonly problem?: string | undefined;
  /** `below`: the control takes a line of its own. `switch`: it is small enough to stay beside its words at any zoom. */
  readonly place?: 'beside' | 'below' | 'switch';
  readonly children: (ids: ControlIds) => ReactNode;
}

/** A control with its label, the line that explains it, and what is wrong with it. */
export function Field({ words: { label, hint }, problem, place = 'beside', children }: Props): ReactElement {
  const id = useId();
  const ids: ControlIds = {
    id,
    'aria-describedby': `${id}-hint ${id}-problem`,
    'aria-invalid': problem === undefined ? undefined : true,
  };
  return (
    <div className={css['field']} data-place={place}>
      <div className={css['words']}>
        <label htmlFor={id} className={css['label']}>
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className={css['hint']}>
            {hint}
          </p>
        )}
      </div>
      <div className={css['control']}>{children(ids)}</div>
      <Problem id={`${id}-problem`} text={problem} />
    </div>
  );
}

/** What is wrong, under what it is about; nothing where nothing is. */
export function Problem({ id, text }: { readonly id: string; readonly text: string | undefined }): ReactNode {
  if (text === undefined) return undefined;
  return (
    <p id={id} className={css['problem']}>
      {text}
    </p>
  );
}
