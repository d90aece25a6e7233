import type { Severity } from '../../core/health/finding.ts';
import type { Health } from '../../core/health/light.ts';
import type { PastIncident } from '../../core/history/past-incident.ts';

const HEALTH: Readonly<Record<Severity, Health>> = {
  down: 'down',
  degraded: 'degraded',
  unknown: 'unknown',
  hint: 'unknown',
};

export function healthOfSeverity(severity: Severity): Health {
  return HEALTH[severity];
}

/** How bad an incident was: as its root cause. */
export function healthOf({ root, evidence }: PastIncident): Health {
  return HEALTH[evidence.find(({ id }) => id === root)?.severity ?? 'down'];
}
