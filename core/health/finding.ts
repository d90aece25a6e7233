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
  'restarting',
  'not-responding',
  'health-stuck',
  'connection-lost',
  'no-health-page',
  'locked',
  'rate-limited',
  'server-error',
  'cli-not-found',
  'cli-unusable',
  'cli-unsafe',
  'cli-wrong-machine',
  'cli-incomplete',
  'cli-needs-node',
  'cli-hangs',
  'cli-broken',
  'cli-too-old',
  'cli-settings-damaged',
  'credentials-unreadable',
  'signed-out',
  'sign-in-expired',
  'signed-out-here',
  'sign-in-failing',
  'sign-in-overridden',
  'sign-in-expires-soon',
  'upstream-failing',
  'component-failing',
  'reported-unhealthy',
  'reported-degraded',
  'not-understood',
  'contradiction',
  'exposed-to-network',
  'credentials-open',
  'cli-is-another',
  'several-clis',
  'paths-differ',
  'loopback-proxied',
  'errors-unusual',
  'slow-answer',
  'one-family-only',
  'clock-wrong',
  'disk-full',
  'settings-damaged',
  'no-tray-host',
  'no-notifications',
  'app-troubled',
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
  'metrics-miss-the-cli',
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
  /** The name of the user whose process it is. */
  readonly user?: string;
  readonly said?: string;
  /** Who said it; absent: the proxy. */
  readonly saidBy?: 'cli';
  readonly searchedPaths?: readonly string[];
  readonly retryAfterSeconds?: number;
  readonly contradiction?: ContradictionId;
  readonly version?: string;
  /** Names of variables, of settings, or of further paths; never values. */
  readonly names?: readonly string[];
  /** How long something took, in milliseconds. */
  readonly ms?: number;
  /** When something began or will end, in epoch milliseconds. */
  readonly at?: number;
  readonly bytes?: number;
  readonly count?: number;
  /** How many times as much as usual. */
  readonly times?: number;
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

const HEALTH: Readonly<Record<Severity, Health>> = {
  down: 'down',
  degraded: 'degraded',
  unknown: 'unknown',
  hint: 'unknown',
};

/** The tone in which a finding is shown: a hint alarms nobody. */
export function healthOfSeverity(severity: Severity): Health {
  return HEALTH[severity];
}

/** Whether the first finding comes before the second in the causal order. */
export function explains(first: FindingId, second: FindingId): boolean {
  return (RANK.get(first) ?? 0) < (RANK.get(second) ?? 0);
}

/** Findings with the root cause first: by weight, then by the causal order. */
export function byCause(findings: readonly Finding[]): readonly Finding[] {
  const rank = (finding: Finding): number => RANK.get(finding.id) ?? FINDING_IDS.length;
  return findings.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || rank(a) - rank(b));
}
