import type { Finding, FindingId } from '../health/finding.ts';

/** From the first confirmed bad verdict to the confirmed good one. */
export interface Incident {
  /** Counts up from 1 for each target since the start of the app. */
  readonly number: number;
  readonly root: FindingId;
  readonly component?: string;
  /** Epoch milliseconds at which the fault was first seen, before it was confirmed. */
  readonly startedAt: number;
  /** Epoch milliseconds of the first good answer; absent while it lasts. */
  readonly endedAt?: number;
}

/** The incident that begins with a finding. */
export function openIncident(number: number, root: Finding | undefined, startedAt: number): Incident {
  return {
    number,
    root: root?.id ?? 'not-understood',
    ...(root?.component !== undefined && { component: root.component }),
    startedAt,
  };
}
