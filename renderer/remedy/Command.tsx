import { Fragment, type ReactElement } from 'react';
import type { StepButton, StepRow } from '../../core/text/remedy-card.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { usePopup } from '../state/popup.ts';
import css from './Command.module.css';

// A long command goes on in the next line where a value or a part of a path begins.
const PART_END = /(?<==)|(?<=[^/]\/)(?=\w)/;

interface Props {
  readonly command: NonNullable<StepRow['command']>;
  /** What runs the command, where we can do that. */
  readonly run: StepButton | undefined;
}

/** A constant command, to be copied or run. The text is only shown: what is done with it is known by its step. */
export function Command({ command: { text, copy }, run }: Props): ReactElement {
  const { texts } = usePopup();
  const { copy: copyWord, copied, notCopied } = texts.popup;
  return (
    <div className={css['command']}>
      <code className={css['text']}>
        {text.split(PART_END).map((part, index) => (
          <Fragment key={index}>
            {part}
            <wbr />
          </Fragment>
        ))}
      </code>
      <div className={css['buttons']}>
        <ActionButton
          action={copy}
          text={copyWord}
          label={texts.copyCommand(text)}
          done={copied}
          failed={notCopied}
          size="small"
        />
        {run !== undefined && (
          <ActionButton
            action={run.action}
            text={run.label}
            label={`${run.label}: ${text}`}
            failed={notCopied}
            size="small"
            look="primary"
          />
        )}
      </div>
    </div>
  );
}
