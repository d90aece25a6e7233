import { useId, type ReactElement } from 'react';
import type { Light } from '../../core/health/light.ts';
import type { RemedyCard as Card } from '../../core/text/remedy-card.ts';
import css from './RemedyCard.module.css';
import { RemedyDetails } from './RemedyDetails.tsx';

/** What to do about a finding: why it is so, and the steps that mend it. */
export function RemedyCard({ card, light }: { readonly card: Card; readonly light: Light }): ReactElement {
  const title = useId();
  return (
    <section className={css['card']} data-light={light} aria-labelledby={title}>
      <h2 id={title} className={css['title']}>
        {card.title}
      </h2>
      <RemedyDetails card={card} />
    </section>
  );
}
