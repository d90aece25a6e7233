import type { ReactElement, ReactNode } from 'react';
import css from './Row.module.css';

interface Props {
  readonly icon: ReactNode;
  /** What stands before the title, for the eye alone. */
  readonly mark?: ReactNode;
  readonly title: string;
  readonly detail: string;
  /** The exact times behind the detail. */
  readonly exact?: string | undefined;
  readonly trailing?: ReactNode;
}

/** An icon, a title over a line of detail, and something at the end. Long texts are cut; the tooltip has them whole. */
export function Row({ icon, mark, title, detail, exact, trailing }: Props): ReactElement {
  return (
    <div className={css['row']} data-short={detail === ''}>
      <span className={css['icon']}>{icon}</span>
      <div className={css['words']}>
        <p className={css['title']} title={title}>
          {mark}
          {title}
        </p>
        {detail !== '' && (
          <p className={css['detail']} title={exact === undefined ? detail : `${detail}\n${exact}`}>
            {detail}
          </p>
        )}
      </div>
      {trailing}
    </div>
  );
}
