import { useId, type ReactElement } from 'react';
import type { Light } from '../../core/health/light.ts';
import type { RemedyCard as Card } from '../../core/text/remedy-card.ts';
import { usePopup } from '../state/popup.ts';
import { Quotation } from './Quotation.tsx';
import css from './RemedyCard.module.css';
import { RemedyStep } from './RemedyStep.tsx';

/** What to do about the root cause: why it is so, and the steps that mend it. */
export function RemedyCard({ card, light }: { readonly card: Card; readonly light: Light }): ReactElement {
  const title = useId();
  return (
    <section className={css['card']} data-light={light} aria-labelledby={title}>
      <div className={css['intro']}>
        <h2 id={title} className={css['title']}>
          {card.title}
        </h2>
        <p className={css['why']}>{card.why}</p>
        {card.said !== undefined && <Quotation text={card.said} />}
        {card.searchedPaths.length > 0 && <SearchedPaths paths={card.searchedPaths} />}
      </div>
      <ol className={css['steps']}>
        {card.steps.map((step, index) => (
          <RemedyStep key={step.step.id} row={step} number={index + 1} />
        ))}
      </ol>
    </section>
  );
}

function SearchedPaths({ paths }: { readonly paths: readonly string[] }): ReactElement {
  const { texts } = usePopup();
  const caption = useId();
  return (
    <div className={css['searched']}>
      <p id={caption} className={css['caption']}>
        {texts.searchedIn}
      </p>
      <ul aria-labelledby={caption}>
        {paths.map((path, index) => (
          <li key={index} className={css['path']} title={path}>
            {path}
          </li>
        ))}
      </ul>
    </div>
  );
}
