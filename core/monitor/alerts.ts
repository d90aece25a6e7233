import type { Incident } from './incident.ts';

/** What the user was told of a target, so that everything is told once and nothing too often. */
export interface Told {
  /** The fault that was told and not yet taken back. */
  readonly trouble: Incident | undefined;
  readonly flapping: boolean;
  /** Epoch milliseconds of the alerts of the last hour. */
  readonly at: readonly number[];
}

export const NOTHING_TOLD: Told = { trouble: undefined, flapping: false, at: [] };

/** Something that is worth telling: the only thing that may alarm somebody. */
export type Alert =
  | { readonly type: 'incident-opened'; readonly incident: Incident }
  | { readonly type: 'incident-closed'; readonly incident: Incident }
  | { readonly type: 'flapping-started' };

/** No target ever tells more than this in an hour; what is still so when the hour is over is told then. */
export const MAX_ALERTS_PER_HOUR = 6;
const HOUR_MS = 3_600_000;

/** How things stand, as far as it is sure. */
export interface Standing {
  /** The fault that lasts, if one does. */
  readonly incident: Incident | undefined;
  /** The last fault that ended. */
  readonly lastIncident: Incident | undefined;
  readonly flapping: boolean;
}

/**
 * Compares what was told with how things stand, and tells the difference, if there is one and its time has come. What
 * was held back is not lost: it is told later, if it is still so.
 */
export function tell(
  told: Told,
  standing: Standing,
  at: number,
): { readonly told: Told; readonly alerts: readonly Alert[] } {
  const recent = told.at.filter((moment) => moment > at - HOUR_MS);
  const alert = recent.length < MAX_ALERTS_PER_HOUR ? due(told, standing) : undefined;
  if (alert === undefined) return { told: { ...told, at: recent }, alerts: [] };
  return { told: { ...after(alert), at: [...recent, at] }, alerts: [alert] };
}

function due({ trouble, flapping }: Told, standing: Standing): Alert | undefined {
  const { incident, lastIncident } = standing;
  if (standing.flapping) return flapping ? undefined : { type: 'flapping-started' };
  if (incident !== undefined && (trouble === undefined || flapping)) return { type: 'incident-opened', incident };
  if (incident === undefined && lastIncident !== undefined && (trouble !== undefined || flapping)) {
    return { type: 'incident-closed', incident: lastIncident };
  }
  return undefined;
}

function after(alert: Alert): Omit<Told, 'at'> {
  if (alert.type === 'flapping-started') return { trouble: undefined, flapping: true };
  return { trouble: alert.type === 'incident-opened' ? alert.incident : undefined, flapping: false };
}
