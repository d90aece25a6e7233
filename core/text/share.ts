import type { Catalogue } from './catalogue.ts';

const PER_HUNDREDTH = 10_000;
// What is a whole hundredth shall not become less by the way in which numbers are stored.
const TOLERANCE = 1e-6;
const MOST_OF_ALL = 0.9999;

/** A share from 0 to 1 in percent. Rounded down: what is not all is never called 100 %. */
export function share(value: number, { locale }: Pick<Catalogue, 'locale'>): string {
  const down = Math.floor(value * PER_HUNDREDTH + TOLERANCE) / PER_HUNDREDTH;
  return Math.min(down, value < 1 ? MOST_OF_ALL : 1).toLocaleString(locale, {
    style: 'percent',
    maximumFractionDigits: 2,
  });
}
