/** `%` is of one core; `count` and `times` have no unit of their own. */
export type Unit = 'ms' | 's' | 'kB' | 'MB' | '%' | 'count' | 'times';

/** One figure that a measurement yields. */
export interface Figure {
  readonly what: string;
  readonly unit: Unit;
  /** The most that is allowed; absent: told for what it is worth. */
  readonly budget?: number;
  /** Why it is more, where it is and the reason is known. */
  readonly reason?: string;
}

/** Something that is measured, in a process of its own. */
export interface Measurement {
  /** What it is called on the command line. */
  readonly name: string;
  readonly how: string;
  /** After so many milliseconds it is given up. */
  readonly limitMs: number;
  readonly figures: Readonly<Record<string, Figure>>;
  /** Why it cannot be measured on this computer, if so. */
  readonly obstacle?: () => string | undefined;
  /** A value for each figure, in its unit. Rejects when something went wrong. */
  readonly measure: () => Promise<Readonly<Record<string, number>>>;
}

/** A measurement whose values are named as its figures are: that much the compiler checks. */
export function measurement<Key extends string>(
  described: Omit<Measurement, 'figures' | 'measure'> & {
    readonly figures: Readonly<Record<Key, Figure>>;
    readonly measure: () => Promise<Readonly<Record<Key, number>>>;
  },
): Measurement {
  return described;
}
