import type { Availability } from '../history/availability.ts';
import type { Span } from '../history/look-back.ts';
import type { Catalogue } from './catalogue.ts';
import { share } from './share.ts';

/** How available a target was: `line` for the eye, `spoken` for the ear. */
export interface AvailabilityLine {
  readonly line: string;
  readonly spoken: string;
}

/** The figures of a span in a line, and as a sentence. Where nothing was observed it says so, and names no share. */
export function availabilityLine(
  { uptime, coverage, incidents }: Availability,
  span: Span,
  texts: Catalogue,
): AvailabilityLine {
  const { last, spokenSpans, summary, nothingSeen, notWatched, incidentCount } = texts.history;
  if (uptime === undefined) return { line: `${notWatched} · ${last[span]}`, spoken: nothingSeen(spokenSpans[span]) };
  const [up, count] = [share(uptime, texts), incidentCount(incidents)];
  return {
    line: [up, last[span], ...(incidents === 0 ? [] : [count])].join(' · '),
    spoken: summary(spokenSpans[span], up, share(coverage, texts), count),
  };
}
