import { explains, type Finding, type FindingId } from '../health/finding.ts';
import { isBad, type Light } from '../health/light.ts';
import type { StepId } from './step.ts';

/**
 * What became of a step that was used. Times are milliseconds of a clock that nobody sets: only their differences mean
 * something. `isPassive`: nobody used a button; it is what the user was seen to be told, and does elsewhere.
 */
export interface Proof {
  readonly finding: FindingId;
  readonly step: StepId;
  readonly usedAt: number;
  readonly isPassive: boolean;
  readonly state: 'watching' | 'fixed' | 'still-failing';
  /** When it was seen that the finding is gone. */
  readonly fixedAt?: number;
}

/** What was seen since: whether the finding still stands, and when that was looked at. */
export interface Observation {
  /** Absent: it cannot be told at the moment, for instance while a change is not confirmed. */
  readonly stands: boolean | undefined;
  readonly seenAt: number;
}

/** After this time a step that changed nothing is said to have changed nothing. */
export const STILL_FAILING_MS = 45_000;
/** For how long a used step is watched: a sign-in in a browser takes minutes. */
export const WATCHED_MS = 5 * 60_000;
/** For how long the good news stands. */
export const FIXED_SHOWN_MS = 60_000;

export function beginProof(finding: FindingId, step: StepId, at: number, isPassive = false): Proof {
  return { finding, step, usedAt: at, isPassive, state: 'watching' };
}

/** As much of a target's state as tells whether a finding still stands. */
export interface Standing {
  readonly light: Light;
  readonly confirmed: boolean;
  readonly findings: readonly Finding[];
}

/**
 * Whether a finding of the watch still stands. It is gone only on proof: under a confirmed green light, or where the root
 * cause is now one that comes later in the causal order, as a proxy that runs again and is signed out.
 */
export function observed(finding: FindingId, { light, confirmed, findings }: Standing, seenAt: number): Observation {
  const seen = { stands: undefined, seenAt };
  if (!confirmed) return seen;
  if (findings.some(({ id }) => id === finding)) return { ...seen, stands: true };
  const [root] = findings;
  const isLater = isBad(light) && root !== undefined && explains(finding, root.id);
  return light === 'healthy' || isLater ? { ...seen, stands: false } : seen;
}

/** Moves a proof by what was seen; nothing once its time is over. Only what was seen after the step counts. */
export function advance(proof: Proof, { stands, seenAt }: Observation, now: number): Proof | undefined {
  const { usedAt, state, fixedAt, isPassive } = proof;
  if (state === 'fixed') return now - (fixedAt ?? now) > FIXED_SHOWN_MS || stands === true ? undefined : proof;
  if (stands === false && seenAt > usedAt) return { ...proof, state: 'fixed', fixedAt: seenAt };
  if (isPassive) return proof;
  if (now - usedAt > WATCHED_MS) return undefined;
  const isInVain = state === 'watching' && stands === true && now - usedAt > STILL_FAILING_MS;
  return isInVain ? { ...proof, state: 'still-failing' } : proof;
}

// To wait is no next step after waiting in vain.
const NOTHING_TO_TAKE: ReadonlySet<StepId> = new Set(['come-back', 'nothing-to-do']);

/** The step that comes after one that did not help; the first one after the last. */
export function nextStep(steps: readonly { readonly id: StepId }[], used: StepId): StepId | undefined {
  const at = steps.findIndex(({ id }) => id === used);
  return [...steps.slice(at + 1), ...steps].find(({ id }) => !NOTHING_TO_TAKE.has(id))?.id;
}
