import type { ReactElement, ReactNode } from 'react';
import css from './Card.module.css';

/** A framed surface that holds rows. */
export function Card({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={css['card']}>{children}</div>;
}
