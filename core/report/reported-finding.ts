import { told } from '../health/fields.ts';
import type { ContradictionId, Evidence, Finding, FindingId, Severity } from '../health/finding.ts';
import { dayTold, hostTold, momentTold, type Sayer } from './say.ts';

/** Evidence as a report has it: what is listed here, and nothing else. */
export interface ReportedEvidence {
  readonly status?: number;
  readonly code?: string;
  readonly path?: string;
  readonly port?: number;
  readonly host?: string;
  readonly name?: string;
  readonly pid?: number;
  readonly said?: string;
  readonly searchedPaths?: readonly string[];
  readonly retryAfterSeconds?: number;
  readonly contradiction?: ContradictionId;
  readonly version?: string;
  readonly names?: readonly string[];
  readonly ms?: number;
  /** In UTC; of a login only the day. */
  readonly at?: string;
  readonly bytes?: number;
  readonly count?: number;
  readonly times?: number;
}

export interface ReportedFinding {
  readonly id: FindingId;
  readonly severity: Severity;
  readonly component?: string;
  readonly evidence: ReportedEvidence;
}

/** Whether a finding is about somebody's login. */
export function isAboutLogin(id: FindingId): boolean {
  return /^sign(?:ed|-in)/.test(id);
}

export function reportedFinding({ id, severity, component, evidence }: Finding, say: Sayer): ReportedFinding {
  return {
    id,
    severity,
    ...(component !== undefined && { component: say.text(component) }),
    evidence: reportedEvidence(evidence, say, isAboutLogin(id)),
  };
}

/** `aboutLogin`: then of a moment only the day is told. */
export function reportedEvidence(evidence: Evidence, say: Sayer, aboutLogin: boolean): ReportedEvidence {
  const { status, code, path, port, host, name, pid, said, searchedPaths } = evidence;
  const { retryAfterSeconds, contradiction, version, names, ms, at, bytes, count, times } = evidence;
  const text = (raw: string | undefined): string | undefined => (raw === undefined ? undefined : say.text(raw));
  const moment = aboutLogin ? dayTold : momentTold;
  return told<ReportedEvidence>({
    status,
    code: text(code),
    path: text(path),
    port,
    host: host === undefined ? undefined : say.text(hostTold(host)),
    name: text(name),
    pid,
    said: text(said),
    searchedPaths: searchedPaths === undefined ? undefined : say.texts(searchedPaths),
    retryAfterSeconds,
    contradiction,
    version: text(version),
    names: names === undefined ? undefined : say.texts(names),
    ms: ms === undefined ? undefined : Math.round(ms),
    at: at === undefined ? undefined : moment(at),
    bytes,
    count,
    times,
  });
}
