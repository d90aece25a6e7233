import { cellAt, type Availability } from '../../history/availability.ts';
import { WORST_FIRST, type TimelineState } from '../../history/states.ts';

/** The signs of what has been, a cell each: told by their shapes. */
export const BEATS: Readonly<Record<TimelineState, string>> = {
  up: '█',
  degraded: '▄',
  down: '✖',
  paused: '‖',
  gap: '·',
};

const SECOND_MS = 1_000;

/** What each cell was: the worst that lasted a second. */
export function heartbeat(availability: Availability): readonly TimelineState[] {
  return availability.cells.map((_, i) => {
    const { ms } = cellAt(availability, i);
    return WORST_FIRST.find((state) => ms[state] >= SECOND_MS) ?? 'gap';
  });
}
