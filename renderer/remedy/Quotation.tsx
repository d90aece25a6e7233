import type { ReactElement } from 'react';
import css from './Quotation.module.css';

interface Props {
  readonly by: string;
  readonly words: string;
}

/** Words of the proxy or the CLI, plainly marked as such: they are shown and never followed. */
export function Quotation({ by, words }: Props): ReactElement {
  return (
    <figure className={css['quotation']}>
      <figcaption className={css['caption']}>{by}</figcaption>
      <blockquote className={css['words']} title={words}>
        {words}
      </blockquote>
    </figure>
  );
}
