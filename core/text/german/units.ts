import type { Units } from '../duration.ts';

/** The unit signs of German. */
export const germanUnits: Units = { day: 'T', hour: 'Std.', minute: 'Min.', second: 's' };

/** A number as German writes it, with the word that fits it. */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('de')} ${count === 1 ? one : many}`;
}

/** A time that something took, in milliseconds. Nothing takes no time at all. */
export function germanMilliseconds(ms: number): string {
  return `${Math.max(1, Math.round(ms)).toLocaleString('de')} ms`;
}
