import { availabilityOf, byCell, type Availability } from './availability.ts';
import { emptyBucket, fold, type Bucket } from './bucket.ts';
import { latencyOf, merged, NO_ANSWERS, type Latency } from './latency.ts';
import type { PastIncident } from './past-incident.ts';

/** How far one can look back. */
export const SPANS = ['hour', 'day', 'week', 'month', 'year'] as const;

export type Span = (typeof SPANS)[number];

/** Everything that is known of one target over one span. */
export interface LookBack {
  readonly span: Span;
  readonly availability: Availability;
  /** What answers took, cell by cell; nothing where there was none. */
  readonly latency: readonly (Latency | undefined)[];
  readonly overall?: Latency;
  readonly probes: number;
  /** Probes that brought no answer that is understood. */
  readonly failures: number;
  /** Newest first, at most `MOST_INCIDENTS`; how many there were is told by `availability`. */
  readonly incidents: readonly PastIncident[];
}

/** More is not shown at a time. */
export const MOST_INCIDENTS = 50;

/** What buckets and incidents tell of the time between the first edge and `to`. */
export function lookBackOver(
  span: Span,
  edges: readonly number[],
  to: number,
  buckets: Iterable<Bucket>,
  incidents: readonly PastIncident[],
): LookBack {
  const cells = byCell(edges, buckets).map((inside) => inside.reduce(fold, emptyBucket(to)));
  const within = incidents.filter((each) => isWithin(each, edges[0] ?? to, to));
  const kept = cells.map((cell) => cell.kept);
  const overall = latencyOf(cells.reduce((all, { latency }) => merged(all, latency), NO_ANSWERS));
  return {
    span,
    availability: availabilityOf(edges, to, kept, within.length),
    latency: cells.map(({ latency }) => latencyOf(latency)),
    ...(overall !== undefined && { overall }),
    probes: cells.reduce((sum, { probes }) => sum + probes, 0),
    failures: cells.reduce((sum, { failures }) => sum + failures, 0),
    incidents: within.toSorted((a, b) => b.startedAt - a.startedAt).slice(0, MOST_INCIDENTS),
  };
}

/** Whether an incident falls into a span. One whose end was not seen counts where it began. */
export function isWithin({ startedAt, endedAt, ending }: PastIncident, from: number, to: number): boolean {
  const end = endedAt ?? (ending === undefined ? to : startedAt);
  return startedAt <= to && end >= from;
}
