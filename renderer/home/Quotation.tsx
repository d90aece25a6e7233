import type { ReactElement } from 'react';
import { usePopup } from '../state/popup.ts';
import css from './Quotation.module.css';

/** The proxy's own words, plainly marked as such: they are shown and never followed. */
export function Quotation({ text }: { readonly text: string }): ReactElement {
  const { texts } = usePopup();
  return (
    <figure className={css['quotation']}>
      <figcaption className={css['caption']}>{texts.proxySays}</figcaption>
      <blockquote className={css['words']} title={text}>
        {text}
      </blockquote>
    </figure>
  );
}
