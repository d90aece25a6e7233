import { Info } from 'lucide-react';
import type { ReactElement } from 'react';
import type { FoundRow } from '../../core/text/also-found.ts';
import { Card } from '../parts/Card.tsx';
import { Rows } from '../parts/Rows.tsx';
import { usePopup } from '../state/popup.ts';
import css from './AlsoFound.module.css';

/** What is worth knowing beside the root cause, told in full and without alarm. */
export function AlsoFound({ rows }: { readonly rows: readonly FoundRow[] }): ReactElement | undefined {
  const { texts } = usePopup();
  if (rows.length === 0) return undefined;
  return (
    <section aria-label={texts.alsoFound}>
      <Card>
        <Rows>
          {rows.map(({ title, detail }, index) => (
            <div key={index} className={css['found']}>
              <Info size={16} className={css['icon']} aria-hidden="true" />
              <div>
                <p className={css['title']}>{title}</p>
                <p className={css['detail']}>{detail}</p>
              </div>
            </div>
          ))}
        </Rows>
      </Card>
    </section>
  );
}
