import type { ReactElement } from 'react';
import { HealthMark } from '../icons/HealthMark.tsx';
import css from './FixedLine.module.css';

/** The good news after a step that helped. The live region speaks it. */
export function FixedLine({ text }: { readonly text: string }): ReactElement {
  return (
    <p className={css['fixed']} data-light="healthy">
      <HealthMark health="healthy" />
      {text}
    </p>
  );
}
