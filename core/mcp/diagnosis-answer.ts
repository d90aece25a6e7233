import type { CheckId } from '../diagnosis/check.ts';
import { diagnosed, progressOf, type Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Redact } from '../report/redact.ts';
import type { ReportedCheck } from '../report/reported-diagnosis.ts';
import { reportedFinding, type ReportedEvidence } from '../report/reported-finding.ts';
import { plainly, sayer } from '../report/say.ts';
import { LIMITS } from '../report/write-report.ts';
import type { Snapshot } from '../snapshot.ts';
import { english } from '../text/english.ts';
import { boundedAnswer, circumstancesAt, NOTE, toldFinding, type ToldFinding } from './answer.ts';

interface ToldCheck extends Pick<ReportedCheck, 'result' | 'because'> {
  readonly check: CheckId;
  readonly name: string;
  readonly quotation?: ReportedEvidence;
}

export interface DiagnosisAnswer {
  readonly note: string;
  readonly target: number;
  readonly state: Diagnosis['state'];
  readonly problems: number;
  readonly warnings: number;
  /** Root cause first. */
  readonly findings: readonly ToldFinding[];
  readonly checks: readonly ToldCheck[];
}

/** What a diagnosis of the target with this number found, and what each of its checks saw. */
export function diagnosisAnswer(
  snapshot: Snapshot,
  diagnosis: Diagnosis,
  number: number,
  redact: Redact,
): DiagnosisAnswer {
  const { problems, warnings } = progressOf(diagnosis);
  const say = sayer(plainly(redact), LIMITS[0]);
  const at = circumstancesAt(snapshot, number);
  const findings = diagnosed(diagnosis).map((finding) => toldFinding(reportedFinding(finding, say), at));
  return boundedAnswer({ ...snapshot, diagnosis }, redact, ({ diagnosis: told }) => ({
    note: NOTE,
    target: number,
    state: diagnosis.state,
    problems,
    warnings,
    findings,
    checks: told?.checks.map(toldCheck) ?? [],
  }));
}

function toldCheck({ id, result, because, evidence }: ReportedCheck): ToldCheck {
  return {
    check: id,
    name: english.checks[id].name,
    result,
    ...(because !== undefined && { because }),
    ...(evidence !== undefined && { quotation: evidence }),
  };
}
