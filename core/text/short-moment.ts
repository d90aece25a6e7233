import type { Catalogue } from './catalogue.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const WITHOUT_YEAR_MS = 300 * DAY_MS;

/** A moment in the user's own time zone, as exactly as its distance from now asks for: "14:30", "Sat 14:30", "3 Mar". */
export function shortMoment(at: number, now: number, { locale }: Pick<Catalogue, 'locale'>): string {
  const gone = Math.abs(now - at);
  const date = new Date(at);
  if (gone < DAY_MS) return date.toLocaleTimeString(locale, { hour: 'numeric', minute: '2-digit' });
  if (gone < WEEK_MS) return date.toLocaleString(locale, { weekday: 'short', hour: 'numeric', minute: '2-digit' });
  const year = gone < WITHOUT_YEAR_MS ? undefined : 'numeric';
  return date.toLocaleDateString(locale, { day: 'numeric', month: 'short', ...(year && { year }) });
}
