import type { Health } from './light.ts';

/**
 * Everything that can be found wrong (or worth knowing), in causal order: what stands earlier explains what stands
 * later, so the first finding of a verdict is its root cause.
 */
export const FINDING_IDS = [
  'bad-address',
  'proxy-not-running',
  'port-taken',
  'stranger-answers',
  'starting-up',
  'not-responding',
  'health-stuck',
  'connection-lost',
  'no-health-page',
  'locked',
  'rate-limited',
  'server-error',
  'cli-not-found',
  'cli-broken',
  'signed-out',
  'sign-in-expired',
  'sign-in-failing',
  'component-failing',
  'reported-unhealthy',
  'reported-degraded',
  'not-understood',
  'contradiction',
  'exposed-to-network',
] as const;

/** The name of a finding: a closed list, so that every one has its remedy and its words. */
export type FindingId = (typeof FINDING_IDS)[number];

/** The ways in which a proxy's words do not fit together, or do not fit what was seen. */
export const CONTRADICTION_IDS = [
  'healthy-with-error-status',
  'unhealthy-with-success-status',
  'healthy-but-required-fails',
  'healthy-but-part-fails',
  'signed-in-yet-signed-out',
  'signed-out-yet-signed-in',
  'cli-and-sign-in-disagree',
  'signed-in-but-expired',
  'check-is-old',
  'check-from-the-future',
  'more-errors-than-requests',
  'port-is-another',
  'ports-disagree',
  'uptime-went-back',
  'uptime-stands-still',
  'uptime-leapt',
  'requests-went-back',
  'cli-version-is-another',
  'signed-in-but-not-here',
  'version-changed',
] as const;

export type ContradictionId = (typeof CONTRADICTION_IDS)[number];

/** How far a finding may turn the light. A `hint` never does. */
export type Severity = Exclude<Health, 'healthy'> | 'hint';

/** What supports a finding. Texts come from outside: plain, bounded, and only ever shown. */
export interface Evidence {
  readonly status?: number;
  readonly code?: string;
  readonly path?: string;
  readonly port?: number;
  readonly host?: string;
  readonly name?: string;
  readonly pid?: number;
  readonly said?: string;
  readonly searchedPaths?: readonly string[];
  readonly retryAfterSeconds?: number;
  readonly contradiction?: ContradictionId;
}

/** One thing found, with its evidence. */
export interface Finding {
  readonly id: FindingId;
  readonly severity: Severity;
  readonly component?: string;
  readonly evidence: Evidence;
}

const RANK: ReadonlyMap<FindingId, number> = new Map(FINDING_IDS.map((id, rank) => [id, rank]));
const WEIGHT: Readonly<Record<Severity, number>> = { down: 0, degraded: 1, unknown: 2, hint: 3 };

/** Findings with the root cause first: by weight, then by the causal order. */
export function byCause(findings: readonly Finding[]): readonly Finding[] {
  const rank = (finding: Finding): number => RANK.get(finding.id) ?? FINDING_IDS.length;
  return findings.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || rank(a) - rank(b));
}
