import { CHECK_GROUPS, type CheckGroup, type CheckId } from '../diagnosis/check.ts';
import type { CheckResult, CheckState, Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Evidence } from '../health/finding.ts';
import type { Catalogue } from './catalogue.ts';
import { exactTime } from './exact-time.ts';

/** The sign before a check. `unfinished`: it gave no result, which is no fault of what it looks at. */
export type CheckMark = 'waiting' | 'running' | 'pass' | 'warn' | 'fail' | 'skipped' | 'unfinished';

/** One check as a row. */
export interface CheckRow {
  readonly id: CheckId;
  readonly name: string;
  /** What was seen, or why nothing was. Never empty, so that a row keeps its height. */
  readonly detail: string;
  /** The exact time behind the detail, where it tells of one. */
  readonly exact?: string;
  /** A time or a word; empty until there is a result. */
  readonly trailing: string;
  readonly mark: CheckMark;
  /** What the mark says, for those who do not see it; empty where the row's own texts say it. */
  readonly spoken: string;
}

/** The checks of one group. */
export interface CheckSection {
  readonly group: CheckGroup;
  readonly title: string;
  readonly rows: readonly CheckRow[];
}

/** The checks of a run by their groups; a group without a check is left out. */
export function checkSections({ results }: Diagnosis, texts: Catalogue): readonly CheckSection[] {
  return CHECK_GROUPS.map((group) => ({
    group,
    title: texts.diagnosis.groups[group],
    rows: results.filter((result) => result.group === group).map((result) => checkRow(result, texts)),
  })).filter(({ rows }) => rows.length > 0);
}

/** Words a check as it stands. */
export function checkRow({ id, state }: CheckResult, texts: Catalogue): CheckRow {
  return { id, name: texts.checks[id].name, ...worded(id, state, texts) };
}

type Worded = Omit<CheckRow, 'id' | 'name'>;

function worded(id: CheckId, state: CheckState, texts: Catalogue): Worded {
  const { states, skipped, timedOut, crashed, cancelled } = texts.diagnosis;
  switch (state.kind) {
    case 'waiting':
    case 'running':
      return { mark: state.kind, detail: states[state.kind], trailing: '', spoken: '' };
    case 'pass':
      return { ...passed(id, state.evidence, texts), trailing: texts.milliseconds(state.ms) };
    case 'found':
      return found(state, texts);
    case 'skipped':
      return { mark: 'skipped', detail: skipped[state.because], trailing: states.skipped, spoken: '' };
    case 'timed-out':
      return { mark: 'unfinished', detail: timedOut, trailing: states['timed-out'], spoken: '' };
    case 'crashed':
      return { mark: 'unfinished', detail: crashed, trailing: states.crashed, spoken: '' };
    case 'cancelled':
      return { mark: 'skipped', detail: cancelled, trailing: states.cancelled, spoken: '' };
  }
}

// A check that has nothing to tell beside its name says that it passed.
function passed(id: CheckId, evidence: Evidence, texts: Catalogue): Omit<Worded, 'trailing'> {
  const word = texts.diagnosis.states.pass;
  const seen = texts.checks[id].passed(evidence);
  return { mark: 'pass', ...withTime(seen === '' ? word : seen, evidence, texts), spoken: seen === '' ? '' : word };
}

function found({ finding }: Extract<CheckState, { readonly kind: 'found' }>, texts: Catalogue): Worded {
  const { id, severity, evidence } = finding;
  const mark = severity === 'hint' ? 'warn' : 'fail';
  const headline = texts.findings[id].headline(evidence);
  return { mark, ...withTime(headline, evidence, texts), trailing: texts.diagnosis.states[mark], spoken: '' };
}

function withTime(detail: string, { at }: Evidence, texts: Catalogue): Pick<Worded, 'detail' | 'exact'> {
  return { detail, ...(at !== undefined && { exact: exactTime(at, texts) }) };
}
