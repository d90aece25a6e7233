import type { ReactElement, ReactNode } from 'react';
import { Card } from '../parts/Card.tsx';
import css from './Fields.module.css';

/** Fields on one surface, with a line between each two. */
export function Fields({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <Card>
      <div className={css['fields']}>{children}</div>
    </Card>
  );
}
