import type { CheckGroup, CheckId } from '../diagnosis/check.ts';
import { diagnosed, type CheckResult, type Diagnosis } from '../diagnosis/diagnosis.ts';
import type { SkipReason } from '../diagnosis/facts.ts';
import type { Finding, FindingId, Severity } from '../health/finding.ts';
import type { Health } from '../health/light.ts';

/** A finding for programs. */
interface FoundStatus {
  readonly id: FindingId;
  readonly severity: Severity;
  readonly component: string | null;
}

/** How a check ended, for programs. A hint is a `warn`, any other finding a `fail`. */
export interface CheckStatus {
  readonly check: CheckId;
  readonly group: CheckGroup;
  readonly state: 'waiting' | 'running' | 'pass' | 'warn' | 'fail' | 'skipped' | 'timed-out' | 'crashed' | 'cancelled';
  readonly finding: FoundStatus | null;
  /** Why it was skipped. */
  readonly because: SkipReason | null;
  /** Milliseconds. */
  readonly ms: number | null;
}

/** What a run came to, for programs. */
export interface DiagnosisStatus {
  readonly light: Health;
  readonly state: Diagnosis['state'];
  /** Root cause first, what several checks found alike once. */
  readonly findings: readonly FoundStatus[];
}

export function checkStatus({ id, group, state }: CheckResult): CheckStatus {
  const finding = state.kind === 'found' ? foundStatus(state.finding) : null;
  return {
    check: id,
    group,
    state: state.kind === 'found' ? (state.finding.severity === 'hint' ? 'warn' : 'fail') : state.kind,
    finding,
    because: state.kind === 'skipped' ? state.because : null,
    ms: 'ms' in state ? Math.round(state.ms) : null,
  };
}

export function diagnosisStatus(diagnosis: Diagnosis): DiagnosisStatus {
  return {
    light: lightOfDiagnosis(diagnosis),
    state: diagnosis.state,
    findings: diagnosed(diagnosis).map(foundStatus),
  };
}

/** How bad it is what a run found; not known where nothing was found because not all was looked at to the end. */
export function lightOfDiagnosis(diagnosis: Diagnosis): Health {
  const [root] = diagnosed(diagnosis);
  if (root !== undefined && root.severity !== 'hint') return root.severity;
  return diagnosis.results.some(({ state }) => UNFINISHED.has(state.kind)) ? 'unknown' : 'healthy';
}

const UNFINISHED: ReadonlySet<CheckResult['state']['kind']> = new Set(['timed-out', 'crashed', 'cancelled']);

function foundStatus({ id, severity, component }: Finding): FoundStatus {
  return { id, severity, component: component ?? null };
}
