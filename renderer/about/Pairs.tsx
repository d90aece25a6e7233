import type { ReactElement } from 'react';
import type { Pair } from '../../core/text/own-usage.ts';
import css from './About.module.css';

/** Names and what belongs to them, a line each. */
export function Pairs({ pairs }: { readonly pairs: readonly Pair[] }): ReactElement {
  return (
    <dl>
      {pairs.map(([name, value]) => (
        <div key={name} className={css['pair']}>
          <dt>{name}</dt>
          <dd className={css['value']}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
