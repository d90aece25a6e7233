import { cellAt, type Availability } from '../../core/history/availability.ts';
import { KEPT_STATES, type StateMs, type TimelineState } from '../../core/history/states.ts';

/** In units of the drawing: a cell and the room between two. */
const CELL = 6;
const ROOM = 1.4;
export const BAR_HEIGHT = 26;

// What was only short shall still be seen, and what is broken shall look so.
const LEAST_TROUBLE = 8;
const NOTCH = 2.5;
const LESS = 7;
const LOW = 4;

/** One path for each state: cells differ by shape first, and by the colour of their path second. */
export type BarPaths = Readonly<Record<TimelineState, string>>;

/** How wide the drawing of so many cells is. */
export function barWidth(cells: number): number {
  return Math.max(1, cells) * CELL - ROOM;
}

/**
 * A cell that was up is a whole column, one that was down a broken one, one that was degraded a shorter one, as far as it was
 * so; where nothing was seen there is a low stump, and a pause is a dash.
 */
export function barPaths(availability: Availability): BarPaths {
  const paths: Record<TimelineState, string> = { up: '', degraded: '', down: '', paused: '', gap: '' };
  for (let i = 0; i < availability.cells.length; i += 1) {
    const x = i * CELL;
    for (const [state, from, to] of piecesOf(cellAt(availability, i).ms)) {
      paths[state] += `M${x} ${from}h${CELL - ROOM}V${to}h${ROOM - CELL}z`;
    }
  }
  return paths;
}

/** The states that a drawing has paths for, in the order in which they are drawn. */
export const BAR_STATES: readonly TimelineState[] = [...KEPT_STATES, 'gap'];

type Piece = readonly [state: TimelineState, from: number, to: number];

function piecesOf({ up, degraded, down, paused }: StateMs): readonly Piece[] {
  const observed = up + degraded + down;
  if (observed === 0 && paused > 0) return [['paused', BAR_HEIGHT / 2 - LOW / 2, BAR_HEIGHT / 2 + LOW / 2]];
  if (observed === 0) return [['gap', BAR_HEIGHT - LOW, BAR_HEIGHT]];
  const rest: TimelineState = up > 0 ? 'up' : degraded > 0 ? 'degraded' : 'down';
  if (down > 0) {
    const until = deep((down / observed) * BAR_HEIGHT, BAR_HEIGHT - NOTCH - LEAST_TROUBLE);
    return [
      ['down', 0, until],
      [rest, until + NOTCH, BAR_HEIGHT],
    ];
  }
  if (degraded === 0) return [['up', 0, BAR_HEIGHT]];
  const until = LESS + deep((degraded / observed) * (BAR_HEIGHT - LESS), BAR_HEIGHT - LESS);
  return until >= BAR_HEIGHT
    ? [['degraded', LESS, BAR_HEIGHT]]
    : [
        ['degraded', LESS, until],
        ['up', until, BAR_HEIGHT],
      ];
}

function deep(height: number, most: number): number {
  return Number(Math.min(most, Math.max(LEAST_TROUBLE, height)).toFixed(1));
}
