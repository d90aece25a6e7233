import { isWithin } from './look-back.ts';
import type { PastIncident } from './past-incident.ts';

/** The incident that began then, or the one that went on then: what fails again and again is one. */
export function incidentAt(incidents: readonly PastIncident[], startedAt: number): PastIncident | undefined {
  return (
    incidents.find((each) => each.startedAt === startedAt) ??
    incidents.find((each) => isWithin(each, startedAt, startedAt))
  );
}
