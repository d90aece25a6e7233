import { readBody, type Body } from './body.ts';
import type { Dialect } from './dialect.ts';
import { DIALECTS } from './dialects.ts';
import { byCause, type Evidence, type Finding, type FindingId, type Severity } from './finding.ts';
import type { Sight } from './contradictions.ts';
import { findingsBeside } from './findings-beside.ts';
import { findingsOf } from './findings-of-report.ts';
import { findingsOfTraffic } from './findings-of-traffic.ts';
import { worse, worst, type Health } from './light.ts';
import type { Answer, Failure, FailureKind, ProbeResult } from './probe-result.ts';
import type { Report } from './report.ts';
import { identityOf, isExpected, type Identity } from './identity.ts';
import type { Verdict } from './verdict.ts';
import { plain } from '../plain.ts';

/**
 * Judges one probe. Total: every answer and every failure has a verdict, and only proof gives green. What is known
 * of the target sharpens it: who was accepted before, and what a report can be held against.
 */
export function judge(result: ProbeResult, known: Known = {}): Verdict {
  return result.kind === 'failure' ? judgeFailure(result) : judgeAnswer(result, known);
}

/** What is known of a target before an answer is judged. */
export interface Known {
  readonly accepted?: Identity;
  readonly sight?: Sight;
}

const OF_FAILURE: Readonly<Record<FailureKind, readonly [FindingId, Severity]>> = {
  refused: ['proxy-not-running', 'down'],
  unreachable: ['proxy-not-running', 'down'],
  reset: ['connection-lost', 'down'],
  timeout: ['not-responding', 'unknown'],
  'connect-timeout': ['not-responding', 'unknown'],
  dns: ['bad-address', 'down'],
  tls: ['stranger-answers', 'down'],
  'not-http': ['stranger-answers', 'down'],
  redirected: ['stranger-answers', 'down'],
  'too-large': ['stranger-answers', 'down'],
  cancelled: ['not-understood', 'unknown'],
  internal: ['not-understood', 'unknown'],
};

function judgeFailure({ failure, code, path, ms }: Failure): Verdict {
  const [id, severity] = OF_FAILURE[failure];
  const evidence: Evidence = code === undefined ? { path } : { path, code };
  return verdict([{ id, severity, evidence }], { ms, path, inconclusive: id === 'not-responding' });
}

function judgeAnswer(answer: Answer, known: Known): Verdict {
  const body = readBody(answer);
  const speaks = isSuccess(answer.status) || answer.status >= 500;
  const dialect = speaks ? dialectOf(body) : undefined;
  if (dialect === undefined) return judgeUnread(answer, body);
  return judgeReport(answer, dialect.read(body), known);
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function dialectOf(body: Body): Dialect | undefined {
  return DIALECTS.find((dialect) => dialect.recognise(body));
}

function judgeReport(answer: Answer, report: Report, { accepted, sight }: Known): Verdict {
  const { ms, path } = answer;
  if (!isExpected(report, accepted)) {
    const evidence: Evidence = {
      status: answer.status,
      path,
      ...(report.service && { name: plain(report.service, MAX_NAME) }),
    };
    return verdict([{ id: 'stranger-answers', severity: 'down', evidence }], {
      ms,
      path,
      inconclusive: false,
      stranger: identityOf(report),
    });
  }
  const besides = sight === undefined ? [] : findingsBeside(report, answer.status, sight);
  const findings = [...findingsOf(report, answer.status), ...besides];
  const judged = verdict(findings, { ms, path, inconclusive: false, report, atLeast: lightOf(report, answer.status) });
  // Where the proxy is unwell itself, it is no news that requests fail.
  if (sight?.traffic === undefined || judged.light !== 'healthy') return judged;
  return verdict([...findings, ...findingsOfTraffic(sight.traffic)], { ...judged, atLeast: judged.light });
}

// The worst of the HTTP class, the status word and the required components.
function lightOf(report: Report, status: number): Health {
  const required = report.components.filter(({ role }) => role === 'required').map((component) => component.health);
  const http: Health = isSuccess(status) ? 'healthy' : 'down';
  return worse(http, worst(required, report.overall));
}

function judgeUnread(answer: Answer, body: Body): Verdict {
  const { ms, path, status, headers } = answer;
  const [id, severity] = ofStatus(status) ?? ofBody(body, status);
  const retryAfterSeconds = readRetryAfter(headers.retryAfter);
  const name = plain(headers.server ?? '', MAX_NAME);
  const evidence: Evidence = {
    status,
    path,
    ...(name !== '' && { name }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
  return verdict([{ id, severity, evidence }], { ms, path, inconclusive: false });
}

function ofStatus(status: number): readonly [FindingId, Severity] | undefined {
  if (status === 401 || status === 403 || status === 407) return ['locked', 'unknown'];
  if (status === 429) return ['rate-limited', 'unknown'];
  return undefined;
}

function ofBody(body: Body, status: number): readonly [FindingId, Severity] {
  if (body.kind === 'html') return ['stranger-answers', 'down'];
  if (status >= 500) return ['server-error', 'down'];
  if (status >= 400) return ['no-health-page', 'unknown'];
  // What is neither a page nor a health answer proves nothing either way: it may be a proxy of a later day.
  return ['not-understood', 'unknown'];
}

const MAX_NAME = 60;
const MAX_RETRY_AFTER_SECONDS = 3600;

/** Seconds of a `Retry-After` header in its number form (RFC 9110, 10.2.3), at most an hour. */
function readRetryAfter(value: string | undefined): number | undefined {
  if (value === undefined || !/^\d{1,9}$/.test(value)) return undefined;
  return Math.min(Number(value), MAX_RETRY_AFTER_SECONDS);
}

interface Rest {
  readonly ms: number;
  readonly path: string;
  readonly inconclusive: boolean;
  readonly report?: Report;
  readonly stranger?: Identity;
  readonly atLeast?: Health;
}

function verdict(findings: readonly Finding[], { atLeast, ...rest }: Rest): Verdict {
  const told = findings.map((finding) => finding.severity).filter((severity) => severity !== 'hint');
  return {
    ...rest,
    light: worst<Health>(atLeast === undefined ? told : [...told, atLeast], 'unknown'),
    findings: byCause(findings),
  };
}
