import type { ReactElement } from 'react';
import type { CheckMark as Mark } from '../../core/text/check-rows.ts';
import css from './CheckMark.module.css';
import { HealthMark } from './HealthMark.tsx';

/** How a check stands, as a sign. The words beside it say the same. */
export function CheckMark({ mark }: { readonly mark: Mark }): ReactElement {
  switch (mark) {
    case 'pass':
      return <HealthMark health="healthy" />;
    case 'warn':
      return <HealthMark health="degraded" />;
    case 'fail':
      return <HealthMark health="down" />;
    case 'skipped':
      return <HealthMark health="unknown" />;
    case 'unfinished':
      return <HealthMark health="unknown" isQuestion />;
    case 'waiting':
    case 'running':
      return <span className={css['ring']} data-turns={mark === 'running'} aria-hidden="true" />;
  }
}
