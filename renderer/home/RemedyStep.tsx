import { LoaderCircle } from 'lucide-react';
import type { ReactElement } from 'react';
import type { StepRow } from '../../core/text/remedy-card.ts';
import { Button } from '../parts/Button.tsx';
import { usePopup } from '../state/popup.ts';
import { Command } from './Command.tsx';
import css from './RemedyStep.module.css';

/** One numbered step: words, and under or beside them what makes it easy. */
export function RemedyStep({ row, number }: { readonly row: StepRow; readonly number: number }): ReactElement {
  const { step, text, command, watching } = row;
  return (
    <li className={css['step']}>
      <span className={css['number']} aria-hidden="true">
        {number}
      </span>
      <div className={css['content']}>
        <div className={css['line']}>
          <p className={css['text']}>{text}</p>
          <StepButton row={row} />
        </div>
        {step.kind === 'copy' && command !== undefined && <Command id={step.command} text={command} />}
        {watching !== undefined && (
          <p className={css['watching']}>
            <LoaderCircle size={12} className={css['spinner']} aria-hidden="true" />
            {watching}
          </p>
        )}
      </div>
    </li>
  );
}

function StepButton({ row: { button, text } }: { readonly row: StepRow }): ReactElement | undefined {
  const { act } = usePopup();
  if (button === undefined) return undefined;
  return (
    <Button size="small" label={`${button.label}: ${text}`} onPress={() => void act(button.action)}>
      {button.label}
    </Button>
  );
}
