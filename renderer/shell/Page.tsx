import type { ReactElement, ReactNode } from 'react';
import css from './Page.module.css';

interface Props {
  readonly header: ReactNode;
  readonly footer?: ReactNode;
  /** Another number is another content: it begins at its top. */
  readonly number?: number | undefined;
  readonly children?: ReactNode;
}

/** A page: the header and the footer stand, what lies between them scrolls. */
export function Page({ header, footer, number, children }: Props): ReactElement {
  return (
    <div className={css['page']}>
      <header className={css['header']}>{header}</header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- who has no wheel scrolls it with the keys */}
      <main key={number} className={css['body']} tabIndex={0}>
        {children}
      </main>
      {footer !== undefined && <footer className={css['footer']}>{footer}</footer>}
    </div>
  );
}
