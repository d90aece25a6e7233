import { healthOfSeverity } from '../../core/health/finding.ts';
import type { Health } from '../../core/health/light.ts';
import type { PastIncident } from '../../core/history/past-incident.ts';

/** How bad an incident was: as its root cause. */
export function healthOf({ root, evidence }: PastIncident): Health {
  return healthOfSeverity(evidence.find(({ id }) => id === root)?.severity ?? 'down');
}
