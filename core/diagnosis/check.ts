import type { Evidence, Finding, FindingId, Severity } from '../health/finding.ts';
import type { FactId, FactValues, SkipReason } from './facts.ts';

/** What a check is about. The groups stand in the causal order. */
export const CHECK_GROUPS = ['proxy', 'cli', 'sign-in', 'computer'] as const;

export type CheckGroup = (typeof CHECK_GROUPS)[number];

/** Every check, in the order in which they are shown. */
export const CHECK_IDS = [
  'proxy-answers',
  'address-family',
  'response-time',
  'dialect',
  'identity',
  'reported-health',
  'port-owner',
  'process-age',
  'exposure',
  'cli-found',
  'cli-executable',
  'cli-machine',
  'cli-runs',
  'cli-version',
  'cli-single',
  'cli-same',
  'search-path',
  'cli-settings',
  'sign-in-stored',
  'sign-in-status',
  'sign-in-expiry',
  'sign-in-override',
  'credentials-file',
  'views-agree',
  'loopback-proxy',
  'clock',
  'disk',
  'settings-file',
  'tray-host',
  'notifications',
  'pilot-light',
] as const;

export type CheckId = (typeof CHECK_IDS)[number];

/** What a check found. A finding whose severity is `hint` is a warning, any other a failure. */
export type Judgement =
  | { readonly kind: 'pass'; readonly evidence: Evidence }
  | { readonly kind: 'found'; readonly finding: Finding }
  | { readonly kind: 'skipped'; readonly because: SkipReason };

/** One diagnostic: pure judgement of facts that others gathered. */
export interface Check<Needs extends FactId = FactId> {
  readonly id: CheckId;
  readonly group: CheckGroup;
  readonly needs: readonly Needs[];
  readonly judge: (facts: Pick<FactValues, Needs>) => Judgement;
}

export function pass(evidence: Evidence = {}): Judgement {
  return { kind: 'pass', evidence };
}

export function skip(because: SkipReason): Judgement {
  return { kind: 'skipped', because };
}

/** Something that breaks requests, or would. */
export function fail(id: FindingId, evidence: Evidence = {}, severity: Severity = 'down'): Judgement {
  return { kind: 'found', finding: { id, severity, evidence } };
}

/** Something worth knowing that breaks nothing by itself. */
export function warn(id: FindingId, evidence: Evidence = {}): Judgement {
  return fail(id, evidence, 'hint');
}
