import type { Check } from '../../core/diagnosis/check.ts';
import type { CheckResult, CheckState } from '../../core/diagnosis/diagnosis.ts';
import type { FactId, FactValues } from '../../core/diagnosis/facts.ts';
import type { Clock } from '../clock.ts';
import { startGathering, type Ending, type Gatherers, type Gathering, type Known } from './gathering.ts';

export interface RunOptions {
  readonly checks: readonly Check[];
  readonly gatherers: Gatherers;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Called with each result that changes. */
  readonly onResult: (result: CheckResult) => void;
  /** Told of exceptions in a gatherer or a check; the other checks go on. */
  readonly onError: (error: unknown) => void;
}

/** No run takes longer, whatever hangs. */
export const RUN_LIMIT_MS = 15_000;

/** Runs checks in parallel along the facts they need. Resolves when each has its result; never rejects. */
export async function runChecks(options: RunOptions): Promise<void> {
  const { checks, gatherers, clock, signal, onResult, onError } = options;
  const waiting = new Set(checks);
  const begin = (fact: FactId): void => {
    for (const check of waiting) {
      if (!check.needs.includes(fact)) continue;
      waiting.delete(check);
      onResult(resultOf(check, { kind: 'running' }));
    }
  };
  const gathering = startGathering({ gatherers, clock, signal, onError, limitMs: RUN_LIMIT_MS, onBegin: begin });
  await Promise.all(
    checks.map(async (check) => {
      const state = await stateOf(check, gathering, onError);
      waiting.delete(check);
      onResult(resultOf(check, state));
    }),
  );
}

function resultOf({ id, group }: Check, state: CheckState): CheckResult {
  return { id, group, state };
}

async function stateOf(check: Check, gathering: Gathering, onError: RunOptions['onError']): Promise<CheckState> {
  const endings = await Promise.all(check.needs.map((fact) => gathering.ending(fact)));
  const ms = Math.max(0, ...endings.map((ending) => ending.ms));
  const obstacle = worstOf(endings);
  if (obstacle === undefined) return judged(check, gathering.known, ms, onError);
  switch (obstacle.kind) {
    case 'missing':
      return { kind: 'skipped', because: obstacle.because };
    case 'cancelled':
      return { kind: 'cancelled' };
    default:
      return { kind: obstacle.kind, ms };
  }
}

// Where one fact was called off and another is missing, what is missing tells more; a limit that was hit tells most.
const TELLING: readonly Exclude<Ending['kind'], 'known'>[] = ['crashed', 'timed-out', 'missing', 'cancelled'];

function worstOf(endings: readonly Ending[]): Exclude<Ending, { readonly kind: 'known' }> | undefined {
  const obstacles = endings.filter((ending) => ending.kind !== 'known');
  return TELLING.map((kind) => obstacles.find((ending) => ending.kind === kind)).find((found) => found !== undefined);
}

function judged(check: Check, known: Known, ms: number, onError: RunOptions['onError']): CheckState {
  try {
    // Each of its facts has ended as known, which the type cannot tell.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const judgement = check.judge(known as FactValues);
    return judgement.kind === 'skipped' ? judgement : { ...judgement, ms };
  } catch (error) {
    onError(error);
    return { kind: 'crashed', ms };
  }
}
