import { useId, type ReactElement } from 'react';
import type { Availability } from '../../core/history/availability.ts';
import { availabilityLine } from '../../core/text/availability-line.ts';
import { AvailabilityBar } from '../parts/AvailabilityBar.tsx';
import { RowLink } from '../parts/RowLink.tsx';
import { useArrival } from '../state/arrival.ts';
import { usePopup } from '../state/popup.ts';
import css from './AvailabilityRow.module.css';

interface Props {
  readonly availability: Availability;
  readonly target: string;
  /** Whether the user comes back from where it leads. */
  readonly takesFocus: boolean;
}

/** How the target was during the last day. Leads to its history. */
export function AvailabilityRow({ availability, target, takesFocus }: Props): ReactElement {
  const { texts, show } = usePopup();
  const id = useId();
  const link = useArrival<HTMLButtonElement>(takesFocus);
  const { line, spoken } = availabilityLine(availability, 'day', texts);
  const { availability: title, open } = texts.history;
  return (
    <section aria-labelledby={id} className={css['row']}>
      <div className={css['line']}>
        <h2 id={id} className={css['title']}>
          {title}
        </h2>
        {/* The picture says it to the ear. */}
        <p className={css['figures']} aria-hidden="true">
          {line}
        </p>
        <RowLink ref={link} label={`${title}: ${open}`} onPress={() => show('history', { target, span: 'day' })} />
      </div>
      <AvailabilityBar availability={availability} label={spoken} />
    </section>
  );
}
