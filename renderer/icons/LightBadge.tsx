import type { ReactElement } from 'react';
import type { Light } from '../../core/health/light.ts';
import css from './LightBadge.module.css';
import { LightIcon } from './LightIcon.tsx';

interface Props {
  readonly light: Light;
  /** False while the light waits for its confirmation: a ring turns around it. */
  readonly settled: boolean;
}

/** The light, large, in a circle of its tone. */
export function LightBadge({ light, settled }: Props): ReactElement {
  return (
    <span className={css['badge']} data-light={light} data-settled={settled}>
      <LightIcon light={light} size={21} />
    </span>
  );
}
