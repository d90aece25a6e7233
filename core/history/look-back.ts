import { availabilityOf, type Availability } from './availability.ts';
import type { Bucket } from './bucket.ts';
import { BucketSum } from './cells.ts';
import { latencyOf, type Latency } from './latency.ts';
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

/** What the cells of a span and incidents tell of the time between the first edge and `to`. */
export function lookBackOver(
  span: Span,
  edges: readonly number[],
  to: number,
  cells: readonly Bucket[],
  incidents: readonly PastIncident[],
): LookBack {
  const within = incidents.filter((each) => isWithin(each, edges[0] ?? to, to));
  const sum = new BucketSum(edges[0] ?? to);
  for (const cell of cells) sum.add(cell);
  const total = sum.total();
  const overall = latencyOf(total.latency);
  return {
    span,
    availability: availabilityOf(
      edges,
      to,
      cells.map(({ kept }) => kept),
      within.length,
    ),
    latency: cells.map(({ latency }) => latencyOf(latency)),
    ...(overall !== undefined && { overall }),
    probes: total.probes,
    failures: total.failures,
    incidents: within.toSorted((a, b) => b.startedAt - a.startedAt).slice(0, MOST_INCIDENTS),
  };
}

/** Whether an incident falls into a span. One whose end was not seen counts where it began. */
export function isWithin({ startedAt, endedAt, ending }: PastIncident, from: number, to: number): boolean {
  const end = endedAt ?? (ending === undefined ? to : startedAt);
  return startedAt <= to && end >= from;
}
