import type { Units } from './duration.ts';

/** The unit signs of English. */
export const englishUnits: Units = { day: 'd', hour: 'h', minute: 'min', second: 's' };

/** A time that something took, in milliseconds. Nothing takes no time at all. */
export function englishMilliseconds(ms: number): string {
  return `${Math.max(1, Math.round(ms)).toLocaleString('en')} ms`;
}
