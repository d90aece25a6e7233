import { circumstancesOf } from '../core/advice/circumstances.ts';
import { observed, type Observation, type Proof } from '../core/advice/proof.ts';
import { remedy } from '../core/advice/remedies.ts';
import type { StepId } from '../core/advice/step.ts';
import type { Worked } from '../core/advice/worked.ts';
import type { CheckId } from '../core/diagnosis/check.ts';
import { CHECKS } from '../core/diagnosis/checks.ts';
import type { Diagnosis } from '../core/diagnosis/diagnosis.ts';
import type { FindingId } from '../core/health/finding.ts';
import { isBad } from '../core/health/light.ts';
import type { WatchState } from '../core/monitor/watch-state.ts';
import type { Platform } from '../core/platform.ts';
import type { LocalSight } from '../core/sight/local-sight.ts';
import type { Clock } from './clock.ts';
import { createDiagnostician } from './diagnosis/diagnostician.ts';
import type { Gatherers } from './diagnosis/gathering.ts';
import { createProver } from './prover.ts';

/** Explains what is wrong and sees whether it was put right: diagnoses, the steps that were used, and what helped. */
export interface Explainer {
  /** What of it the faces draw. */
  shown(): { readonly worked: Worked; readonly diagnosis?: Diagnosis };
  proof(targetId: string): Proof | undefined;
  /** Whether a used step of this target is watched at the moment. */
  isWatching(targetId: string): boolean;
  /** A step was used by a button of ours. */
  stepUsed(targetId: string, finding: FindingId, step: StepId): void;
  /** The user looks at a target, and so is told what to do elsewhere. */
  told(targetId: string): void;
  /** Something new was seen of a target. */
  look(targetId: string): void;
  /** A target is no longer watched. */
  forget(targetId: string): void;
  diagnose(targetId: string, only?: CheckId): void;
  stopDiagnosis(): void;
  stop(): void;
}

export interface ExplainerOptions {
  readonly platform: Platform;
  readonly clock: Clock;
  /** How the facts about a target are had; nothing for one that is not watched, or where nobody diagnoses. */
  readonly gatherersFor: (targetId: string) => Gatherers | undefined;
  /** Which checks a diagnosis runs; absent: all. */
  readonly checks?: readonly CheckId[];
  /** What helped in earlier lives of the app. */
  readonly worked?: Worked;
  readonly onWorked?: (worked: Worked) => void;
  readonly onFixed?: (targetId: string, proof: Proof) => void;
  readonly stateOf: (targetId: string) => WatchState;
  readonly sight: () => LocalSight | undefined;
  /** Sees to it that this computer is looked at anew. */
  readonly lookAround: () => void;
  /** Called when there is something new to show. */
  readonly onChange: () => void;
  readonly onError: (error: unknown) => void;
}

// To be asked it costs two seconds and may write files of its own: once a click, and once after a login.
const NEVER_POLLED: CheckId = 'sign-in-status';
const RECHECK_MS = 3_000;

/** Starts nothing yet. */
export function createExplainer(options: ExplainerOptions): Explainer {
  const { platform, clock, gatherersFor, stateOf, sight, lookAround, onChange, onError, onWorked, onFixed } = options;
  let worked = options.worked ?? {};
  let recheckedAt = Number.NEGATIVE_INFINITY;
  // Findings of a diagnosis that the watch does not see are looked at by the checks that found them.
  const checksOf = new Map<string, readonly CheckId[]>();
  const seenAt = new Map<string, number>();

  const diagnostician = createDiagnostician({
    checks: CHECKS.filter(({ id }) => options.checks?.includes(id) ?? true),
    gatherersFor,
    clock,
    onChange,
    onError,
  });
  const observe = (targetId: string, finding: FindingId): Observation => {
    const checks = checksOf.get(targetId);
    if (checks !== undefined) return diagnostician.observed(finding, checks);
    return observed(finding, stateOf(targetId), seenAt.get(targetId) ?? 0);
  };
  const lookCloser = (targetId: string): void => {
    lookAround();
    const checks = checksOf.get(targetId);
    if (checks === undefined || clock.monotonic() - recheckedAt < RECHECK_MS) return;
    recheckedAt = clock.monotonic();
    diagnostician.recheck(targetId, checks);
  };
  const remember = (targetId: string, proof: Proof): void => {
    const { finding, step, isPassive } = proof;
    onFixed?.(targetId, proof);
    diagnostician.recheck(targetId, diagnostician.checksThatFound(targetId, finding));
    if (isPassive) return;
    worked = { ...worked, [finding]: step };
    onWorked?.(worked);
  };
  const prover = createProver({ clock, observe, lookCloser, onChange, onFixed: remember });

  // A step about something that the watch sees is proved by the watch; only the rest needs checks.
  const chooseObserver = (targetId: string, finding: FindingId): void => {
    checksOf.delete(targetId);
    if (stateOf(targetId).findings.some(({ id }) => id === finding)) return;
    // Where none of them may be asked again and again, nothing is proved until the user asks.
    const found = diagnostician.checksThatFound(targetId, finding).filter((id) => id !== NEVER_POLLED);
    checksOf.set(targetId, found);
  };

  return {
    shown: () => {
      const diagnosis = diagnostician.diagnosis();
      return diagnosis === undefined ? { worked } : { worked, diagnosis };
    },
    proof: (targetId) => prover.proof(targetId),
    isWatching: (targetId) => prover.isWatching(targetId),
    stepUsed: (targetId, finding, step) => {
      chooseObserver(targetId, finding);
      prover.used(targetId, finding, step);
    },
    told: (targetId) => {
      const { findings, light, confirmed } = stateOf(targetId);
      const [root] = findings;
      // What passes by itself before it is sure, as a quick reload does, was not fixed by anybody.
      if (root === undefined || !confirmed || !isBad(light) || prover.isWatching(targetId)) return;
      const elsewhere = remedy(root.id, circumstancesOf(platform, sight())).find(({ kind }) => kind === 'wait');
      if (elsewhere === undefined) return;
      checksOf.delete(targetId);
      prover.told(targetId, root.id, elsewhere.id);
    },
    look: (targetId) => {
      seenAt.set(targetId, clock.monotonic());
      if (stateOf(targetId).light === 'paused') prover.forget(targetId);
      else prover.look(targetId);
    },
    forget: (targetId) => {
      if (diagnostician.diagnosis()?.targetId === targetId) diagnostician.forget();
      checksOf.delete(targetId);
      seenAt.delete(targetId);
      prover.forget(targetId);
    },
    diagnose: (targetId, only) => diagnostician.start(targetId, only),
    stopDiagnosis: () => diagnostician.cancel(),
    stop: () => {
      diagnostician.stop();
      prover.stop();
    },
  };
}
