import type { Incident } from '../monitor/incident.ts';
import type { Catalogue } from './catalogue.ts';
import { duration, roughDuration, secondsBetween } from './duration.ts';
import { exactTime } from './exact-time.ts';

/** The last incident as a row; `exact` holds its times to the second. */
export interface IncidentRow {
  readonly title: string;
  readonly detail: string;
  readonly exact: string;
}

/** Words an incident that has ended. One that was cut short by a pause has no end, and is not told. */
export function lastIncidentRow(incident: Incident, now: number, texts: Catalogue): IncidentRow | undefined {
  const { startedAt, endedAt, root } = incident;
  if (endedAt === undefined) return undefined;
  const ago = texts.ago(roughDuration(secondsBetween(endedAt, now), texts.units));
  return {
    title: texts.lastIncident(duration(secondsBetween(startedAt, endedAt), texts.units)),
    detail: `${ago} · ${texts.findings[root].headline({})}`,
    exact: texts.fromTo(exactTime(startedAt, texts), exactTime(endedAt, texts)),
  };
}
