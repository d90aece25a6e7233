import type { Row } from './rows.ts';

const CELLS = ['what', 'figure', 'budget', 'verdict'] as const satisfies readonly (keyof Row)[];

/** Lines of a table, each cell as wide as its column. */
export function tableLines(rows: readonly Row[]): readonly (readonly string[])[] {
  const widths = CELLS.map((cell) => Math.max(...rows.map((row) => row[cell].length)));
  return rows.map((row) => CELLS.map((cell, i) => row[cell].padEnd(widths[i] ?? 0)));
}

/** The table as a terminal shows it. */
export function textTable(rows: readonly Row[]): string {
  return tableLines(rows)
    .map((cells) => cells.join('  ').trimEnd())
    .join('\n');
}
