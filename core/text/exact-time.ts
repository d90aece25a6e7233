import { dateable } from '../moment.ts';
import type { Catalogue } from './catalogue.ts';

/** A moment (epoch milliseconds) to the second in the user's own time zone: "15 Jan 2024, 10:30:00". */
export function exactTime(at: number, { locale }: Pick<Catalogue, 'locale'>): string {
  return new Date(dateable(at)).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'medium' });
}

/** The same without its day, where that is the day of another moment which stands before it. */
export function exactTimeAfter(before: number, at: number, texts: Pick<Catalogue, 'locale'>): string {
  const [first, second] = [new Date(before), new Date(at)];
  if (first.toDateString() !== second.toDateString()) return exactTime(at, texts);
  return second.toLocaleTimeString(texts.locale, { timeStyle: 'medium' });
}
