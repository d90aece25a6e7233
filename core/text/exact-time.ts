import type { Catalogue } from './catalogue.ts';

// Beyond this a Date is invalid (ECMA-262, 21.4.1.1).
const MAX_TIME = 8.64e15;

/** A moment (epoch milliseconds) to the second in the user's own time zone: "15 Jan 2024, 10:30:00". */
export function exactTime(at: number, { locale }: Pick<Catalogue, 'locale'>): string {
  const clamped = Number.isFinite(at) ? Math.min(Math.max(at, -MAX_TIME), MAX_TIME) : 0;
  return new Date(clamped).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'medium' });
}

/** The same without its day, where that is the day of another moment which stands before it. */
export function exactTimeAfter(before: number, at: number, texts: Pick<Catalogue, 'locale'>): string {
  const [first, second] = [new Date(before), new Date(at)];
  if (first.toDateString() !== second.toDateString()) return exactTime(at, texts);
  return second.toLocaleTimeString(texts.locale, { timeStyle: 'medium' });
}
