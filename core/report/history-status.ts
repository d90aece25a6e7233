import { cellAt, totalOf } from '../history/availability.ts';
import type { Latency } from '../history/latency.ts';
import type { LookBack, Span } from '../history/look-back.ts';
import type { PastIncident } from '../history/past-incident.ts';
import type { StateMs } from '../history/states.ts';

/** What is known of the past of one target. */
export interface TargetPast {
  readonly name: string;
  readonly url: string;
  readonly past: LookBack;
}

/** The past of all targets, for programs: names and numbers, in no language. Times are of ISO 8601; what is not known is `null`. */
export interface HistoryStatus {
  readonly span: Span;
  readonly targets: readonly TargetHistoryStatus[];
}

interface TargetHistoryStatus {
  readonly name: string;
  readonly url: string;
  readonly from: string;
  readonly to: string;
  /** Share of the observed time in which all was well, and share of the span that was observed: 0 to 1. */
  readonly uptime: number | null;
  readonly coverage: number;
  readonly ms: StateMs;
  readonly incidents: number;
  readonly probes: number;
  readonly failures: number;
  /** What answers took, in milliseconds. */
  readonly latency: Pick<Latency, 'p50' | 'p95' | 'p99'> | null;
  readonly cells: readonly { readonly from: string; readonly ms: StateMs }[];
}

export function historyStatus(span: Span, targets: readonly TargetPast[]): HistoryStatus {
  return { span, targets: targets.map(targetHistory) };
}

function targetHistory({ name, url, past }: TargetPast): TargetHistoryStatus {
  const { availability, overall, probes, failures } = past;
  const { uptime, coverage, incidents, cells } = availability;
  const { from, to, ms } = totalOf(availability);
  return {
    name,
    url,
    from: isoTime(from),
    to: isoTime(to),
    uptime: uptime ?? null,
    coverage,
    ms,
    incidents,
    probes,
    failures,
    latency: overall === undefined ? null : { p50: overall.p50, p95: overall.p95, p99: overall.p99 },
    cells: cells.map((_, i) => {
      const cell = cellAt(availability, i);
      return { from: isoTime(cell.from), ms: cell.ms };
    }),
  };
}

/** The incidents of a span, for programs. `all`: how many there were; no more than the newest fifty of a target are told. */
export interface IncidentsStatus {
  readonly span: Span;
  readonly all: number;
  /** Newest first. */
  readonly incidents: readonly IncidentStatus[];
}

interface IncidentStatus extends Pick<PastIncident, 'id'> {
  readonly target: string;
  readonly url: string;
  readonly finding: PastIncident['root'];
  readonly component: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly ending: PastIncident['ending'] | null;
  readonly fixedBy: { readonly finding: string; readonly step: string } | null;
  readonly note: string | null;
}

export function incidentsStatus(span: Span, targets: readonly TargetPast[]): IncidentsStatus {
  return {
    span,
    all: targets.reduce((sum, { past }) => sum + past.availability.incidents, 0),
    incidents: newestFirst(targets).map(incidentStatus),
  };
}

/** An incident with the target whose it was. */
export interface OwnedIncident {
  readonly name: string;
  readonly url: string;
  readonly incident: PastIncident;
}

/** The incidents of all targets, newest first. */
export function newestFirst(targets: readonly TargetPast[]): readonly OwnedIncident[] {
  return targets
    .flatMap(({ name, url, past }) => past.incidents.map((incident) => ({ name, url, incident })))
    .toSorted((a, b) => b.incident.startedAt - a.incident.startedAt);
}

function incidentStatus({ name, url, incident }: OwnedIncident): IncidentStatus {
  const { id, root, component, startedAt, endedAt, ending, provedBy, note } = incident;
  return {
    id,
    target: name,
    url,
    finding: root,
    component: component ?? null,
    startedAt: isoTime(startedAt),
    endedAt: endedAt === undefined ? null : isoTime(endedAt),
    ending: ending ?? null,
    fixedBy: provedBy === undefined ? null : { finding: provedBy.finding, step: provedBy.step },
    note: note ?? null,
  };
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
