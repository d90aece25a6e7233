import { byCause, type Finding } from '../health/finding.ts';
import type { Verdict } from '../health/verdict.ts';
import type { Thresholds } from './thresholds.ts';

/** The verdict on a proxy that is well but for the time that it takes: beyond the threshold it is degraded. */
export function withSlowness(verdict: Verdict, { slowAfterMs = Infinity }: Thresholds): Verdict {
  const { light, ms, findings } = verdict;
  if (light !== 'healthy' || ms <= slowAfterMs) return verdict;
  // Without its time, which differs with every answer: one fault, one wording.
  const slow: Finding = { id: 'slow-answer', severity: 'degraded', evidence: {} };
  return { ...verdict, light: 'degraded', findings: byCause([...findings, slow]) };
}
