import { useId, type KeyboardEvent, type ReactElement } from 'react';
import { MAX_NOTE, type PastIncident } from '../../core/history/past-incident.ts';
import input from '../fields/Input.module.css';
import { usePopup } from '../state/popup.ts';
import css from './Note.module.css';
import { useNote } from './use-note.ts';

interface Props {
  readonly target: string;
  readonly incident: PastIncident;
}

const ROWS = 3;

/** What the user writes about an incident. */
export function Note({ target, incident }: Props): ReactElement {
  const { history } = usePopup().texts;
  const { text, change, keep, state } = useNote(target, incident);
  const id = useId();
  // Escape leaves the field first, and only then the page.
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.blur();
  };
  return (
    <div>
      <div className={css['line']}>
        <label htmlFor={id} className={css['label']}>
          {history.note}
        </label>
        <p className={css['state']} data-state={state}>
          {state === 'kept' ? history.noteKept : state === 'failed' ? history.noteFailed : ''}
        </p>
      </div>
      <textarea
        id={id}
        className={`${input['input']} ${css['text']}`}
        dir="auto"
        rows={ROWS}
        maxLength={MAX_NOTE}
        placeholder={history.noteHint}
        value={text}
        onChange={({ target: field }) => change(field.value)}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
