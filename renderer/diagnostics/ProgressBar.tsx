import type { ReactElement } from 'react';
import css from './ProgressBar.module.css';

interface Props {
  /** Between 0 and 1. */
  readonly share: number;
  readonly label: string;
}

/** A thin bar over the line under the header: it takes no room of its own. */
export function ProgressBar({ share, label }: Props): ReactElement {
  return <progress className={css['bar']} max={1} value={share} aria-label={label} />;
}
