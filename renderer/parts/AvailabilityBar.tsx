import { memo, type ReactElement } from 'react';
import type { Availability } from '../../core/history/availability.ts';
import css from './AvailabilityBar.module.css';
import { BAR_HEIGHT, BAR_STATES, barPaths, barWidth } from './bar-paths.ts';

interface Props {
  readonly availability: Availability;
  /** The picture as a sentence; without one, the words stand elsewhere. */
  readonly label?: string | undefined;
}

/** How a target was over a span, as a row of cells. One path for each state: cheap to draw, however many cells there are. */
export const AvailabilityBar = memo(({ availability, label }: Props): ReactElement => {
  const paths = barPaths(availability);
  return (
    <svg
      className={css['bar']}
      viewBox={`0 0 ${barWidth(availability.cells.length)} ${BAR_HEIGHT}`}
      preserveAspectRatio="none"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a picture that is drawn here has no other tag
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
    >
      {BAR_STATES.map((state) => (
        <path key={state} className={css['cells']} data-state={state} d={paths[state]} />
      ))}
    </svg>
  );
});
