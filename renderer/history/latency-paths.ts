import type { Latency } from '../../core/history/latency.ts';

/** The height of the drawing, in its units; each cell is one wide. */
export const LATENCY_HEIGHT = 100;

// So that a line is not cut off where it is highest.
const EDGE = 4;

export interface LatencyPaths {
  readonly p50: string;
  readonly p95: string;
  /** What the upper edge stands for, in milliseconds. */
  readonly topMs: number;
}

/** The two lines of a chart, each broken where nothing was answered. Nothing where nothing ever was. */
export function latencyPaths(cells: readonly (Latency | undefined)[]): LatencyPaths | undefined {
  const most = Math.max(0, ...cells.map((cell) => cell?.p95 ?? 0));
  if (most === 0) return undefined;
  const topMs = roundUp(most);
  const height = (ms: number): string => (LATENCY_HEIGHT - (ms / topMs) * (LATENCY_HEIGHT - EDGE)).toFixed(1);
  const line = (which: 'p50' | 'p95'): string =>
    cells
      .map((cell, i) => {
        if (cell === undefined) return '';
        const begins = cells[i - 1] === undefined;
        const isAlone = begins && cells[i + 1] === undefined;
        // A cell without neighbours is a short stroke.
        return `${begins ? 'M' : 'L'}${isAlone ? i + 0.2 : i + 0.5} ${height(cell[which])}${isAlone ? 'h.6' : ''}`;
      })
      .join('');
  return { p50: line('p50'), p95: line('p95'), topMs };
}

// 1, 2 or 5, and as many noughts as it takes.
function roundUp(ms: number): number {
  const power = 10 ** Math.floor(Math.log10(ms));
  return ([1, 2, 5].find((step) => step * power >= ms) ?? 10) * power;
}
