const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;
const STEP = 1_000;

/**
 * A number of bytes with three figures at most, as `locale` writes it: "0 B", "823 kB", "12.4 GB".
 * What is no such number is none at all.
 */
export function size(bytes: number, locale: string): string {
  let value = Number.isFinite(bytes) ? Math.max(0, bytes) : 0;
  let unit = 0;
  // What would be rounded up to a thousand belongs to the next unit.
  while (value >= STEP - 0.5 && unit < UNITS.length - 1) {
    value /= STEP;
    unit += 1;
  }
  const maximumFractionDigits = unit > 0 && value < 99.95 ? 1 : 0;
  return `${value.toLocaleString(locale, { maximumFractionDigits, useGrouping: false })} ${UNITS[unit] ?? ''}`;
}
