import { useId, type ReactElement, type ReactNode } from 'react';
import css from './Section.module.css';

interface Props {
  readonly title: string;
  /** A word at the end of the title's line. */
  readonly aside?: string | undefined;
  readonly children: ReactNode;
}

/** A part of a page under a small heading. */
export function Section({ title, aside, children }: Props): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className={css['line']}>
        <h2 id={id} className={css['title']}>
          {title}
        </h2>
        {aside !== undefined && <p className={css['aside']}>{aside}</p>}
      </div>
      {children}
    </section>
  );
}
