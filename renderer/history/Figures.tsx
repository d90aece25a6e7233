import type { ReactElement } from 'react';
import type { Figure } from '../../core/text/history-figures.ts';
import { Card } from '../parts/Card.tsx';
import css from './Figures.module.css';

/** Figures beside each other, each over what it counts. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }): ReactElement {
  return (
    <Card>
      <dl className={css['figures']}>
        {figures.map(({ label, value }) => (
          <div key={label} className={css['figure']}>
            <dt className={css['label']} title={label}>
              {label}
            </dt>
            <dd className={css['value']}>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
