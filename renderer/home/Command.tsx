import { Fragment, type ReactElement } from 'react';
import type { CommandId } from '../../core/advice/commands.ts';
import { usePopup } from '../state/popup.ts';
import css from './Command.module.css';
import { CopyButton } from './CopyButton.tsx';

// A long command goes on in the next line where a value or a part of a path begins.
const PART_END = /(?<==)|(?<=[^/]\/)(?=\w)/;

/** A constant command, to be copied. The text is only shown: what is copied is known by its id. */
export function Command({ id, text }: { readonly id: CommandId; readonly text: string }): ReactElement {
  const { texts } = usePopup();
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
      <CopyButton command={id} label={texts.copyCommand(text)} />
    </div>
  );
}
