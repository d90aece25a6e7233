import { diagnosed, progressOf, type CheckResult, type CheckState, type Diagnosis } from '../diagnosis/diagnosis.ts';
import type { SkipReason } from '../diagnosis/facts.ts';
import type { Finding } from '../health/finding.ts';
import type { Health } from '../health/light.ts';
import type { Catalogue, CheckCounts } from './catalogue.ts';

/** How a run ended that found no problem. `light`: what it proves. */
export interface SummaryLine {
  readonly light: Extract<Health, 'healthy' | 'unknown'>;
  readonly title: string;
  readonly detail: string;
}

/** The line under the title: how far a run is, and what it found. */
export function progressLine(diagnosis: Diagnosis, { diagnosis: words }: Catalogue): string {
  const progress = progressOf(diagnosis);
  const called = countOf(diagnosis, 'cancelled');
  return called === 0 ? words.progress(progress) : words.stoppedAfter({ ...progress, done: progress.done - called });
}

/** The share of the checks that have ended, between 0 and 1. */
export function shareDone(diagnosis: Diagnosis): number {
  const { done, all } = progressOf(diagnosis);
  return all === 0 ? 0 : done / all;
}

/** The good news of a run, or that there is none; nothing while it runs, and where it found a problem. */
export function summaryLine(diagnosis: Diagnosis, texts: Catalogue): SummaryLine | undefined {
  if (diagnosis.state === 'running' || progressOf(diagnosis).problems > 0) return undefined;
  const { allWell, noProblem, noResult, stopped, counts } = texts.diagnosis;
  const count = countsOf(diagnosis);
  const title =
    diagnosis.state === 'cancelled'
      ? stopped
      : count.unfinished > 0
        ? noResult
        : count.hints + count.skipped > 0
          ? noProblem
          : allWell;
  const isProof = diagnosis.state === 'ended' && count.unfinished === 0 && !diagnosis.results.some(provesNothing);
  return { light: isProof ? 'healthy' : 'unknown', title, detail: counts(count) };
}

/**
 * What a screen reader says when a run has gone on: that it began, each problem when it is new, and how it ended. Empty
 * where there is nothing to say. `before`: how the run, or the one before it, was seen last; absent if there was none.
 */
export function spokenNews(before: Diagnosis | undefined, after: Diagnosis, texts: Catalogue): string {
  const isNew = before?.number !== after.number;
  const problems = newProblems(isNew ? undefined : before, after).map(({ id, evidence }) =>
    texts.findings[id].headline(evidence),
  );
  const hasEnded = after.state !== 'running' && (isNew || before.state === 'running');
  if (hasEnded) return endLine(after, texts);
  return [...(isNew ? [texts.diagnosis.started] : []), ...problems].join('. ');
}

function endLine(diagnosis: Diagnosis, texts: Catalogue): string {
  const summary = summaryLine(diagnosis, texts);
  if (summary !== undefined) return `${summary.title}. ${summary.detail}`;
  const [root] = diagnosed(diagnosis);
  const cause = root === undefined ? '' : texts.findings[root.id].headline(root.evidence);
  return `${progressLine(diagnosis, texts)}. ${texts.diagnosis.rootCause}: ${cause}`;
}

function newProblems(before: Diagnosis | undefined, after: Diagnosis): readonly Finding[] {
  const known = new Set(before === undefined ? [] : diagnosed(before).map(({ id }) => id));
  return diagnosed(after).filter(({ id, severity }) => severity !== 'hint' && !known.has(id));
}

function countsOf(diagnosis: Diagnosis): CheckCounts {
  return {
    passed: countOf(diagnosis, 'pass'),
    hints: progressOf(diagnosis).warnings,
    skipped: countOf(diagnosis, 'skipped'),
    unfinished: countOf(diagnosis, 'timed-out', 'crashed', 'cancelled'),
  };
}

function countOf({ results }: Diagnosis, ...kinds: readonly CheckState['kind'][]): number {
  return results.filter(({ state }) => kinds.includes(state.kind)).length;
}

// What was not looked at for one of these reasons might be broken; for the others there was nothing to look at.
const OPEN: ReadonlySet<SkipReason> = new Set([
  'no-answer',
  'paused',
  'nothing-listens',
  'no-cli',
  'cli-does-not-run',
  'earlier-check',
]);

function provesNothing({ state }: CheckResult): boolean {
  return state.kind === 'skipped' && OPEN.has(state.because);
}
