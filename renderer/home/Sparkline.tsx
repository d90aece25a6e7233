import type { ReactElement } from 'react';
import css from './Sparkline.module.css';

interface Props {
  /** In equal steps of time, oldest first; nothing where nobody looked. */
  readonly values: readonly (number | undefined)[];
  /** The picture as a sentence. */
  readonly label: string;
}

const HEIGHT = 20;
/** So that the line is not cut off where it is highest and lowest. */
const EDGE = 2;

/** A quiet line over its own shade. Where nothing is known there is no line. */
export function Sparkline({ values, label }: Props): ReactElement {
  const runs = runsOf(values);
  return (
    <svg
      className={css['picture']}
      viewBox={`0 0 ${values.length - 1} ${HEIGHT}`}
      preserveAspectRatio="none"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a picture that is drawn here has no other tag
      role="img"
      aria-label={label}
    >
      <path className={css['shade']} d={runs.map(({ from, line }) => `${line}V${HEIGHT}H${from}Z`).join('')} />
      {/* A run of one point is a dot. */}
      <path className={css['line']} d={runs.map(({ line }) => `${line}h.01`).join('')} />
    </svg>
  );
}

interface Run {
  readonly from: number;
  readonly line: string;
}

// Neighbours that are known are drawn in one go.
function runsOf(values: readonly (number | undefined)[]): readonly Run[] {
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const height = (value: number): string => (HEIGHT - EDGE - (value / most) * (HEIGHT - 2 * EDGE)).toFixed(1);
  const runs: Run[] = [];
  let isOpen = false;
  for (const [at, value] of values.entries()) {
    const last = runs.at(-1);
    if (value !== undefined && isOpen && last !== undefined) {
      runs[runs.length - 1] = { from: last.from, line: `${last.line}L${at} ${height(value)}` };
    } else if (value !== undefined) runs.push({ from: at, line: `M${at} ${height(value)}` });
    isOpen = value !== undefined;
  }
  return runs;
}
