import { ChevronDown } from 'lucide-react';
import { useId, useState, type ReactElement } from 'react';
import type { FoundCard } from '../../core/text/found-cards.ts';
import { HealthMark } from '../icons/HealthMark.tsx';
import { RemedyDetails } from '../remedy/RemedyDetails.tsx';
import { usePopup } from '../state/popup.ts';
import css from './FoundItem.module.css';

/** A finding beside the root cause: a line, and what to do about it once it is opened. */
export function FoundItem({ found }: { readonly found: FoundCard }): ReactElement {
  const { texts } = usePopup();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { headline, isHint, light, card } = found;
  const { states } = texts.diagnosis;
  return (
    <div data-light={light}>
      <h3>
        <button
          type="button"
          className={css['head']}
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <HealthMark health={isHint ? 'degraded' : 'down'} />
          <span className={css['words']}>
            <span className="unseen">{isHint ? states.warn : states.fail}: </span>
            <span className={css['title']}>{headline}</span>
            <span className={css['detail']}>{card.title}</span>
          </span>
          <ChevronDown size={16} className={css['chevron']} aria-hidden="true" />
        </button>
      </h3>
      {isOpen && (
        <div id={id} className={css['body']}>
          <RemedyDetails card={card} />
        </div>
      )}
    </div>
  );
}
