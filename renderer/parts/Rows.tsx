import { Children, type ReactElement, type ReactNode } from 'react';
import css from './Rows.module.css';

/** Rows as a list, with a line between each two. */
export function Rows({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <ul className={css['rows']}>
      {Children.map(children, (row) => (
        <li>{row}</li>
      ))}
    </ul>
  );
}
