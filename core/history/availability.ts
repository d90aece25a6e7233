import { fitted, NOTHING_KEPT, plus, stateMs, type Kept, type StateMs } from './states.ts';

/**
 * How a target was over a span that ends now, as a row of cells. Small, as it travels with every snapshot; `cellAt` and
 * `totalOf` spell it out.
 */
export interface Availability {
  /** Where the cells begin, and where the last one ends: one more than there are cells, in epoch milliseconds. */
  readonly edges: readonly number[];
  /** Now: the last cell is still filling. */
  readonly to: number;
  readonly cells: readonly Kept[];
  /**
   * Share of the observed time in which all was well, 0 to 1; absent when nothing was observed. Degraded time works, but
   * not all of it: it is no uptime, and is told apart (`totalOf`).
   */
  readonly uptime?: number;
  /** Share of the span that was observed, 0 to 1: gaps and pauses were not. */
  readonly coverage: number;
  /** How many incidents fall into the span. */
  readonly incidents: number;
}

/** One cell, or the whole, spelled out. The milliseconds sum exactly to `to - from`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly ms: StateMs;
}

/** The availability that cells add up to. Cells that hold more than their time are cut to it. */
export function availabilityOf(
  edges: readonly number[],
  to: number,
  cells: readonly Kept[],
  incidents: number,
): Availability {
  const fitting = cells.map((kept, i) => fitted(kept, lengthOf(edges, to, i)));
  const [up, degraded, down] = fitting.reduce(plus, NOTHING_KEPT);
  const observed = up + degraded + down;
  const lengthMs = to - (edges[0] ?? to);
  return {
    edges,
    to,
    cells: fitting,
    ...(observed > 0 && { uptime: up / observed }),
    coverage: lengthMs > 0 ? observed / lengthMs : 0,
    incidents,
  };
}

/** One cell; past the last one, an empty stretch that begins now. */
export function cellAt({ edges, to, cells }: Availability, i: number): Stretch {
  const from = edges[i] ?? to;
  const lengthMs = lengthOf(edges, to, i);
  return { from, to: from + lengthMs, ms: stateMs(cells[i] ?? NOTHING_KEPT, lengthMs) };
}

export function totalOf({ edges, to, cells }: Availability): Stretch {
  const from = Math.min(edges[0] ?? to, to);
  return { from, to, ms: stateMs(cells.reduce(plus, NOTHING_KEPT), to - from) };
}

/** Which cell a moment falls into; nothing outside of them. */
export function cellOf(edges: readonly number[], at: number): number | undefined {
  if (at < (edges[0] ?? Infinity) || at >= (edges.at(-1) ?? 0)) return undefined;
  let low = 0;
  let high = edges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at >= (edges[middle] ?? Infinity)) low = middle;
    else high = middle;
  }
  return low;
}

function lengthOf(edges: readonly number[], to: number, i: number): number {
  const from = edges[i] ?? to;
  return Math.max(0, Math.min(edges[i + 1] ?? to, to) - from);
}
