import { advance, beginProof, type Observation, type Proof } from '../core/advice/proof.ts';
import type { StepId } from '../core/advice/step.ts';
import type { FindingId } from '../core/health/finding.ts';
import type { Clock } from './clock.ts';

/** Watches closely what becomes of the steps that were used. */
export interface Prover {
  proof(targetId: string): Proof | undefined;
  /** A step was used: from now on its finding is looked at every second, for some minutes. */
  used(targetId: string, finding: FindingId, step: StepId): void;
  /** The user is told of a step and takes it elsewhere, if at all; that alone starts no close look. */
  told(targetId: string, finding: FindingId, step: StepId): void;
  /** Whether a used step of this target is watched at the moment. */
  isWatching(targetId: string): boolean;
  /** Something new was seen of a target. */
  look(targetId: string): void;
  forget(targetId: string): void;
  stop(): void;
}

export interface ProverOptions {
  readonly clock: Clock;
  readonly observe: (targetId: string, finding: FindingId) => Observation;
  /** Sees to it that there is something new to observe soon. */
  readonly lookCloser: (targetId: string) => void;
  /** Called when a proof has moved, begun or ended. */
  readonly onChange: () => void;
  readonly onFixed: (targetId: string, proof: Proof) => void;
}

const TICK_MS = 1_000;

/** Starts nothing yet. */
export function createProver({ clock, observe, lookCloser, onChange, onFixed }: ProverOptions): Prover {
  const proofs = new Map<string, Proof>();
  let cancelTick: (() => void) | undefined;

  const begin = (targetId: string, proof: Proof): void => {
    proofs.set(targetId, proof);
    onChange();
    schedule();
  };
  const move = (targetId: string): void => {
    const before = proofs.get(targetId);
    if (before === undefined) return;
    const after = advance(before, observe(targetId, before.finding), clock.monotonic());
    if (after === before) return;
    if (after === undefined) proofs.delete(targetId);
    else proofs.set(targetId, after);
    if (after?.state === 'fixed' && before.state !== 'fixed') onFixed(targetId, after);
    schedule();
    onChange();
  };
  // What somebody does elsewhere shows with the next probe, and needs no clock of its own.
  const schedule = (): void => {
    const isWanted = [...proofs.values()].some(({ isPassive, state }) => !isPassive || state === 'fixed');
    if (isWanted) cancelTick ??= clock.after(TICK_MS, tick);
  };
  const tick = (): void => {
    cancelTick = undefined;
    for (const [targetId, proof] of proofs) {
      if (isActive(proof)) lookCloser(targetId);
      move(targetId);
    }
    schedule();
  };
  return {
    proof: (targetId) => proofs.get(targetId),
    used: (targetId, finding, step) => begin(targetId, beginProof(finding, step, clock.monotonic())),
    told: (targetId, finding, step) => {
      const before = proofs.get(targetId);
      if (before !== undefined && (isActive(before) || before.finding === finding)) return;
      begin(targetId, beginProof(finding, step, clock.monotonic(), true));
    },
    isWatching: (targetId) => {
      const proof = proofs.get(targetId);
      return proof !== undefined && isActive(proof);
    },
    look: move,
    forget: (targetId) => {
      if (proofs.delete(targetId)) onChange();
    },
    stop: () => {
      cancelTick?.();
      cancelTick = undefined;
      proofs.clear();
    },
  };
}

function isActive({ isPassive, state }: Proof): boolean {
  return !isPassive && state !== 'fixed';
}
