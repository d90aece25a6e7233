import { byCause, type Evidence, type Finding } from '../health/finding.ts';
import type { CheckGroup, CheckId } from './check.ts';
import type { SkipReason } from './facts.ts';

/** How a check stands. `ms`: how long the gathering of what it needs took, in milliseconds. */
export type CheckState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running' }
  | { readonly kind: 'pass'; readonly ms: number; readonly evidence: Evidence }
  | { readonly kind: 'found'; readonly ms: number; readonly finding: Finding }
  | { readonly kind: 'skipped'; readonly because: SkipReason }
  | { readonly kind: 'timed-out'; readonly ms: number }
  | { readonly kind: 'crashed'; readonly ms: number }
  | { readonly kind: 'cancelled' };

/** One check in a run. */
export interface CheckResult {
  readonly id: CheckId;
  readonly group: CheckGroup;
  readonly state: CheckState;
}

/** A run of all checks, or of some of them again, as far as it has come. Times are epoch milliseconds. */
export interface Diagnosis {
  readonly targetId: string;
  /** Counts up from 1 since the start of the app; running one check again keeps the number. */
  readonly number: number;
  readonly state: 'running' | 'ended' | 'cancelled';
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly results: readonly CheckResult[];
}

/** How far a run is. Problems are failures; warnings are not counted as such. */
export interface Progress {
  readonly done: number;
  readonly all: number;
  readonly problems: number;
  readonly warnings: number;
}

/** Counts the results of a run. What several checks found alike is one problem. */
export function progressOf(diagnosis: Diagnosis): Progress {
  const { results } = diagnosis;
  const done = results.filter(({ state }) => state.kind !== 'waiting' && state.kind !== 'running');
  const found = diagnosed(diagnosis);
  const warnings = found.filter(({ severity }) => severity === 'hint').length;
  return { done: done.length, all: results.length, problems: found.length - warnings, warnings };
}

/** What the checks found, the root cause first; what several checks found alike stands once, with the evidence of all. */
export function diagnosed({ results }: Diagnosis): readonly Finding[] {
  const once = new Map<string, Finding>();
  for (const finding of byCause(findingsOf(results))) {
    const key = `${finding.id} ${finding.evidence.contradiction ?? ''}`;
    const before = once.get(key);
    once.set(key, before === undefined ? finding : { ...before, evidence: joined(before.evidence, finding.evidence) });
  }
  return [...once.values()];
}

// The first one counts, but who knows the process knows its name better than the program itself.
function joined(first: Evidence, next: Evidence): Evidence {
  return next.pid === undefined ? { ...next, ...first } : { ...first, ...next };
}

function findingsOf(results: readonly CheckResult[]): readonly Finding[] {
  return results.flatMap(({ state }) => (state.kind === 'found' ? [state.finding] : []));
}
