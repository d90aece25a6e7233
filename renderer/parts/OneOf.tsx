import type { ReactElement } from 'react';
import css from './OneOf.module.css';

interface Props {
  readonly texts: readonly string[];
  readonly shown: string;
}

/** One of several texts in the room of the longest, so that nothing moves when they change. */
export function OneOf({ texts, shown }: Props): ReactElement {
  return (
    <span className={css['room']}>
      {texts.map((text) => (
        <span key={text} className={css['text']} aria-hidden={text !== shown}>
          {text}
        </span>
      ))}
    </span>
  );
}
