import type { Outcome } from './isolated.ts';
import type { Figure, Measurement } from './measurement.ts';

/** A measurement and what became of it. */
export interface Result {
  readonly measurement: Measurement;
  readonly outcome: Outcome;
}

/** One line of the table, in words. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly budget: string;
  readonly verdict: string;
}

/** A line, and what is to be said should it tell of a missed budget. */
export interface ReasonedRow extends Row {
  readonly reason: string;
}

export const HEADINGS: Row = { what: 'What', figure: 'Figure', budget: 'Budget', verdict: '' };

const MISSED = 'MISSED';

export function isMissed({ verdict }: Row): boolean {
  return verdict === MISSED;
}

/** The lines of one result: one for each figure. */
export function rowsOf({ measurement, outcome }: Result): readonly ReasonedRow[] {
  return Object.entries(measurement.figures).map(([key, figure]) => {
    const value = outcome.kind === 'measured' ? outcome.values[key] : undefined;
    return {
      what: figure.what,
      figure: value === undefined ? 'not measured' : amount(value, figure),
      budget: figure.budget === undefined ? '' : `<= ${amount(figure.budget, figure)}`,
      verdict: verdictOn(value, figure),
      reason: figure.reason ?? 'we do not know why.',
    };
  });
}

/** Whether a figure is within its budget; nothing to say without one of the two. */
function verdictOn(value: number | undefined, { budget }: Figure): string {
  if (value === undefined || budget === undefined) return '';
  return value <= budget ? 'met' : MISSED;
}

function amount(value: number, { unit }: Figure): string {
  const digits =
    unit === 'count' || Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : Math.abs(value) < 10 ? 2 : 1;
  // The sum spares the reader a minus before zero.
  const text = (Number(value.toFixed(digits)) + 0).toFixed(digits);
  return unit === 'count' ? text : `${text} ${unit === 'times' ? 'x' : unit}`;
}
