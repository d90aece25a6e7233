import type { Observation } from '../../core/advice/proof.ts';
import type { Check, CheckId } from '../../core/diagnosis/check.ts';
import type { CheckResult, Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import { inContext } from '../../core/diagnosis/in-context.ts';
import type { FindingId } from '../../core/health/finding.ts';
import type { Clock } from '../clock.ts';
import type { Gatherers } from './gathering.ts';
import { runChecks } from './run-checks.ts';

/** Runs diagnoses, one at a time. */
export interface Diagnostician {
  diagnosis(): Diagnosis | undefined;
  /** Runs all checks on a target, or one of the last run again. While a run is under way nothing else is started. */
  start(targetId: string, only?: CheckId): void;
  /** Runs some checks of the last run again without a word, unless a run is under way: only a changed result shows. */
  recheck(targetId: string, ids: readonly CheckId[]): void;
  /** The checks of the last run on a target that found this. */
  checksThatFound(targetId: string, finding: FindingId): readonly CheckId[];
  /** Whether one of these checks finds this, and when, by the monotonic clock, that was last looked at. */
  observed(finding: FindingId, checks: readonly CheckId[]): Observation;
  /** Calls off what is under way; its checks are told as stopped. */
  cancel(): void;
  /** Calls off what is under way, and forgets what was found. */
  forget(): void;
  /** Calls off what is under way, and tells nobody any more. */
  stop(): void;
}

export interface DiagnosticianOptions {
  readonly checks: readonly Check[];
  /** How the facts about a target are had; nothing for a target that is not watched. */
  readonly gatherersFor: (targetId: string) => Gatherers | undefined;
  readonly clock: Clock;
  /** Called when there is something new to show, many times in a run, but not for each result by itself. */
  readonly onChange: () => void;
  readonly onError: (error: unknown) => void;
}

interface Run {
  readonly isQuiet: boolean;
  readonly callOff: AbortController;
}

// Results come in bursts; a face need not draw each of them.
const TOGETHER_MS = 30;

/** Starts nothing yet. */
export function createDiagnostician(options: DiagnosticianOptions): Diagnostician {
  const { checks, gatherersFor, clock, onChange, onError } = options;
  let diagnosis: Diagnosis | undefined;
  let underWay: Run | undefined;
  let cancelTelling: (() => void) | undefined;
  let number = 0;
  let lastEndAt = 0;
  let stopped = false;

  const tell = (): void => {
    cancelTelling?.();
    cancelTelling = undefined;
    if (!stopped) onChange();
  };
  const tellSoon = (): void => {
    cancelTelling ??= clock.after(TOGETHER_MS, tell);
  };
  const keep = (result: CheckResult): void => {
    if (diagnosis === undefined) return;
    const results = diagnosis.results.map((old) => (old.id === result.id ? result : old));
    diagnosis = { ...diagnosis, results };
    tellSoon();
  };

  const run = async (targetId: string, some: readonly Check[], isQuiet: boolean): Promise<void> => {
    const gatherers = gatherersFor(targetId);
    if (gatherers === undefined) return;
    const callOff = new AbortController();
    const { signal } = callOff;
    const thisRun: Run = { isQuiet, callOff };
    underWay = thisRun;
    const onResult = (result: CheckResult): void => {
      if (underWay === thisRun && (!isQuiet || isTelling(result))) keep(result);
    };
    await runChecks({ checks: some, gatherers, clock, signal, onResult, onError });
    if (underWay !== thisRun) return;
    underWay = undefined;
    lastEndAt = clock.monotonic();
    if (!isQuiet) finish(signal.aborted);
    tell();
  };
  const finish = (wasCancelled: boolean): void => {
    if (diagnosis === undefined) return;
    diagnosis = { ...diagnosis, state: wasCancelled ? 'cancelled' : 'ended', endedAt: clock.now() };
  };

  const begin = (targetId: string): void => {
    if (gatherersFor(targetId) === undefined) return;
    const results = checks.map(({ id, group }): CheckResult => ({ id, group, state: { kind: 'waiting' } }));
    number += 1;
    diagnosis = { targetId, number, state: 'running', startedAt: clock.now(), results };
    tell();
    void run(targetId, checks, false);
  };
  const again = (last: Diagnosis, only: CheckId): void => {
    const { endedAt: _ended, ...rest } = last;
    diagnosis = { ...rest, state: 'running' };
    const some = checks.filter(({ id }) => id === only);
    for (const { id, group } of some) keep({ id, group, state: { kind: 'waiting' } });
    void run(last.targetId, some, false);
  };

  return {
    diagnosis: () => diagnosis && { ...diagnosis, results: inContext(diagnosis.results) },
    start: (targetId, only) => {
      if (stopped || underWay?.isQuiet === false) return;
      underWay?.callOff.abort();
      if (only !== undefined && diagnosis?.targetId === targetId) again(diagnosis, only);
      else begin(targetId);
    },
    recheck: (targetId, ids) => {
      const some = checks.filter(({ id }) => ids.includes(id));
      if (stopped || underWay !== undefined || diagnosis?.targetId !== targetId || some.length === 0) return;
      void run(targetId, some, true);
    },
    checksThatFound: (targetId, finding) => {
      const results = diagnosis?.targetId === targetId ? diagnosis.results : [];
      return results.filter((result) => hasFound(result, finding)).map(({ id }) => id);
    },
    observed: (finding, ids) => {
      const results = (diagnosis?.results ?? []).filter(({ id }) => ids.includes(id));
      if (results.some((result) => hasFound(result, finding))) return { stands: true, seenAt: lastEndAt };
      const isProved =
        results.length > 0 && results.every(({ state }) => state.kind === 'pass' || state.kind === 'found');
      return { stands: isProved ? false : undefined, seenAt: lastEndAt };
    },
    cancel: () => underWay?.callOff.abort(),
    forget: () => {
      underWay?.callOff.abort();
      underWay = undefined;
      diagnosis = undefined;
    },
    stop: () => {
      stopped = true;
      cancelTelling?.();
      underWay?.callOff.abort();
    },
  };
}

function hasFound({ state }: CheckResult, finding: FindingId): boolean {
  return state.kind === 'found' && state.finding.id === finding;
}

// What was called off in silence has told nothing new.
function isTelling({ state }: CheckResult): boolean {
  return state.kind !== 'running' && state.kind !== 'cancelled';
}
