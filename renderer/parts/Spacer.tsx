import type { ReactElement } from 'react';
import css from './Spacer.module.css';

/** What comes after it stands at the end of the line. */
export function Spacer(): ReactElement {
  return <span className={css['spacer']} />;
}
