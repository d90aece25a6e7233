import type { ReactElement } from 'react';
import type { Light } from '../../core/health/light.ts';
import css from './Pill.module.css';

/** A state in a word, on the tone of its light. */
export function Pill({ light, children }: { readonly light: Light; readonly children: string }): ReactElement {
  return (
    <span className={css['pill']} data-light={light}>
      {children}
    </span>
  );
}
