import type { ReactElement } from 'react';
import { LATENCY_HEIGHT, type LatencyPaths } from './latency-paths.ts';
import css from './LatencyChart.module.css';

interface Props {
  readonly paths: LatencyPaths;
  readonly cells: number;
  /** What the upper edge stands for, in words. */
  readonly top: string;
}

/** What answers took: a line for half of them, and a dashed one for 95 of 100. The words stand elsewhere. */
export function LatencyChart({ paths, cells, top }: Props): ReactElement {
  return (
    <div className={css['chart']} aria-hidden="true">
      <svg className={css['picture']} viewBox={`0 0 ${cells} ${LATENCY_HEIGHT}`} preserveAspectRatio="none">
        <path className={css['line']} data-of="p95" d={paths.p95} />
        <path className={css['line']} data-of="p50" d={paths.p50} />
      </svg>
      <span className={css['top']}>{top}</span>
    </div>
  );
}
