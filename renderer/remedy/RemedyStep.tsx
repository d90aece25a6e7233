import { Check, LoaderCircle } from 'lucide-react';
import type { ReactElement } from 'react';
import type { StepRow } from '../../core/text/remedy-card.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { usePopup } from '../state/popup.ts';
import { Command } from './Command.tsx';
import css from './RemedyStep.module.css';

/** One numbered step: words, and under or beside them what makes it easy. */
export function RemedyStep({ row, number }: { readonly row: StepRow; readonly number: number }): ReactElement {
  const { text, command, button, watching, worked } = row;
  return (
    <li className={css['step']}>
      <span className={css['number']} aria-hidden="true">
        {number}
      </span>
      <div className={css['content']}>
        <div className={css['line']}>
          <p className={css['text']}>{text}</p>
          {command === undefined && <StepButton row={row} />}
        </div>
        {worked !== undefined && (
          <p className={css['note']} data-light="healthy">
            <Check size={12} strokeWidth={3} className={css['worked']} aria-hidden="true" />
            {worked}
          </p>
        )}
        {command !== undefined && <Command command={command} run={button} />}
        {watching !== undefined && (
          <p className={css['note']}>
            <LoaderCircle size={12} className={css['spinner']} aria-hidden="true" />
            {watching}
          </p>
        )}
      </div>
    </li>
  );
}

function StepButton({ row: { button, text } }: { readonly row: StepRow }): ReactElement | undefined {
  const { texts } = usePopup();
  if (button === undefined) return undefined;
  const { label, action } = button;
  return (
    <ActionButton
      action={action}
      text={label}
      label={`${label}: ${text}`}
      failed={texts.popup.notCopied}
      size="small"
    />
  );
}
