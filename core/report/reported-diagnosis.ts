import type { CheckId } from '../diagnosis/check.ts';
import type { CheckResult, CheckState, Diagnosis } from '../diagnosis/diagnosis.ts';
import type { SkipReason } from '../diagnosis/facts.ts';
import { reportedEvidence, reportedFinding, type ReportedEvidence, type ReportedFinding } from './reported-finding.ts';
import { momentTold, type Sayer } from './say.ts';

export interface ReportedCheck {
  readonly id: CheckId;
  readonly result: CheckState['kind'];
  readonly ms?: number;
  readonly because?: SkipReason;
  readonly finding?: ReportedFinding;
  readonly evidence?: ReportedEvidence;
}

export interface ReportedDiagnosis {
  /** The place of its target among the targets, from 1; absent if that is gone. */
  readonly target?: number;
  readonly number: number;
  readonly state: Diagnosis['state'];
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly checks: readonly ReportedCheck[];
}

/** `target`: the number of its target, if there is such a one. */
export function reportedDiagnosis(run: Diagnosis, target: number | undefined, say: Sayer): ReportedDiagnosis {
  return {
    ...(target !== undefined && { target }),
    number: run.number,
    state: run.state,
    startedAt: momentTold(run.startedAt),
    ...(run.endedAt !== undefined && { endedAt: momentTold(run.endedAt) }),
    checks: run.results.map((result) => ({ id: result.id, result: result.state.kind, ...detailOf(result, say) })),
  };
}

function detailOf({ group, state }: CheckResult, say: Sayer): Omit<ReportedCheck, 'id' | 'result'> {
  switch (state.kind) {
    case 'pass':
      return { ms: Math.round(state.ms), evidence: reportedEvidence(state.evidence, say, group === 'sign-in') };
    case 'found':
      return { ms: Math.round(state.ms), finding: reportedFinding(state.finding, say) };
    case 'skipped':
      return { because: state.because };
    case 'timed-out':
    case 'crashed':
      return { ms: Math.round(state.ms) };
    default:
      return {};
  }
}
