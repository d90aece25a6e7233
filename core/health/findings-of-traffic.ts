import type { Traffic } from '../metrics/traffic.ts';
import type { Finding } from './finding.ts';

/**
 * What the traffic of a proxy tells that its health page does not: that requests fail all the same. At most amber: the
 * proxy itself works, and metrics alone never turn a light red.
 */
export function findingsOfTraffic({ failing, burnRate, errorTypes }: Traffic): readonly Finding[] {
  const [most] = errorTypes;
  const evidence = most === undefined || most.name === '' ? {} : { name: most.name };
  if (failing) return [{ id: 'upstream-failing', severity: 'degraded', evidence }];
  if (burnRate === undefined) return [];
  return [{ id: 'errors-unusual', severity: 'hint', evidence: { ...evidence, times: Math.round(burnRate) } }];
}
