import { totalOf, type Availability } from '../history/availability.ts';
import type { Catalogue } from './catalogue.ts';
import { duration } from './duration.ts';
import { share } from './share.ts';

/** A figure and what it counts. */
export interface Figure {
  readonly label: string;
  readonly value: string;
}

const NOTHING = '–';
const SECOND_MS = 1_000;

/** What a span comes to. */
export function historyFigures(availability: Availability, texts: Catalogue): readonly Figure[] {
  const { history, lights, units, locale } = texts;
  const { uptime, coverage, incidents } = availability;
  const { ms } = totalOf(availability);
  const lasting = (state: 'down' | 'degraded' | 'paused'): Figure => ({
    label: lights[state],
    value: ms[state] < SECOND_MS ? NOTHING : duration(ms[state] / SECOND_MS, units),
  });
  return [
    { label: history.uptime, value: uptime === undefined ? NOTHING : share(uptime, texts) },
    { label: history.watched, value: share(coverage, texts) },
    { label: history.incidents, value: incidents.toLocaleString(locale) },
    lasting('down'),
    lasting('degraded'),
    lasting('paused'),
  ];
}
