import { SLOW_MS } from '../../diagnosis/checks/response-time.ts';
import type { FindingId, Severity } from '../../health/finding.ts';
import { ENDS_SOON_MS } from '../../health/seen-here.ts';
import type { FailureLook } from '../../monitor/thresholds.ts';
import { LOGIN_END } from './login-metrics.ts';
import { assurance, confirmation, latest, promDuration, type Pace } from './pace.ts';
import { jobOf, type QuestionId } from './questions.ts';

/** How long a trouble must last before it is sure, and how long its end. Milliseconds. */
interface Times {
  readonly confirmMs: number;
  readonly recoverMs: number;
}

/** A finding that Prometheus can see. */
export interface Condition extends Times {
  readonly finding: FindingId;
  readonly severity: Severity;
  /** PromQL: has a sample for each target for which it is so. */
  readonly expression: string;
}

/** The labels by which series of one target are brought together. */
export const BY_TARGET = '(proxy, url)';

// What took nearly as long as it may was given up, and did not end by itself.
const GIVEN_UP = 0.9;

const series = (name: string, job: QuestionId | 'port'): string => `${name}{job="${jobOf(job)}"}`;
const status = series('probe_http_status_code', 'health');
const portOpen = `${series('probe_success', 'port')} == 1`;
const seen = (question: QuestionId): string => `${series('probe_failed_due_to_regex', question)} == 1`;
const on = (operator: 'and' | 'unless', expression: string): string => `${operator} on ${BY_TARGET} (${expression})`;
const any = (...expressions: readonly string[]): string =>
  expressions.map((each) => `(max by ${BY_TARGET} (${each}))`).join(' or ');

const TROUBLE: readonly QuestionId[] = [
  'degraded',
  'unhealthy',
  'stranger',
  'cli-not-found',
  'cli-broken',
  'signed-out',
];
// Now, or so shortly before that this answer may still be one of then.
const explained = (pace: Pace): string =>
  any(
    ...TROUBLE.map(
      (id) => `max_over_time(${series('probe_failed_due_to_regex', id)}[${promDuration(latest(pace))}]) == 1`,
    ),
  );
const BLIND = `up{job=~"${jobOf('port')}|${jobOf('health')}"} == 0`;

/** Every finding that Prometheus can see, at this pace. */
export function conditions(pace: Pace): readonly Condition[] {
  const { portMs, answerMs, thresholds } = pace;
  const { slowAfterMs } = thresholds;
  const atPort = { confirmMs: confirmation('gone', portMs, pace), recoverMs: assurance(portMs) };
  const failing = (look: FailureLook): Times => ({
    confirmMs: confirmation(look, answerMs, pace),
    recoverMs: assurance(answerMs),
  });
  const answered = failing('answered');
  // What nothing explains must leave every explanation its time to come.
  const unexplained = { ...answered, confirmMs: Math.max(answered.confirmMs, latest(pace)) };
  const byOthers = explained(pace);
  const seenTwice = { confirmMs: assurance(answerMs), recoverMs: assurance(answerMs) };
  const patient = (job: 'port' | 'health', how: '<' | '>=', limitMs: number): string =>
    `${series('probe_duration_seconds', job)} ${how} ${(limitMs * GIVEN_UP) / 1_000}`;
  const row = (finding: FindingId, severity: Severity, expression: string, times: Times): Condition => ({
    finding,
    severity,
    expression,
    ...times,
  });
  const closed = `${series('probe_success', 'port')} == 0`;
  const noAnswer = `${status} == 0`;
  return [
    row('proxy-not-running', 'down', `${closed} and ${patient('port', '<', pace.portLimitMs)}`, atPort),
    row('stranger-answers', 'down', any(seen('stranger'), `${status} >= 300 < 400`), answered),
    row(
      'not-responding',
      'down',
      any(
        `${closed} and ${patient('port', '>=', pace.portLimitMs)}`,
        `(${noAnswer} and ${patient('health', '>=', pace.answerLimitMs)}) ${on('and', portOpen)}`,
      ),
      failing('silent'),
    ),
    row(
      'connection-lost',
      'down',
      `(${noAnswer} and ${patient('health', '<', pace.answerLimitMs)}) ${on('and', portOpen)}`,
      failing('gone'),
    ),
    row('no-health-page', 'unknown', `${status} >= 400 < 500 unless (${LOCKED}) unless (${status} == 429)`, seenTwice),
    row('locked', 'unknown', LOCKED, seenTwice),
    row('rate-limited', 'unknown', `${status} == 429`, seenTwice),
    row('server-error', 'down', `${status} >= 500 ${on('unless', byOthers)}`, unexplained),
    row('cli-not-found', 'down', any(seen('cli-not-found'), 'claude_proxy_claude_cli_status == 0'), answered),
    row('cli-broken', 'down', seen('cli-broken'), answered),
    row('signed-out', 'down', seen('signed-out'), answered),
    row('sign-in-expires-soon', 'hint', endsSoon(), { confirmMs: 0, recoverMs: 0 }),
    row('reported-unhealthy', 'down', seen('unhealthy'), answered),
    row('reported-degraded', 'degraded', seen('degraded'), answered),
    row(
      'not-understood',
      'unknown',
      any(`${status} >= 200 < 300 ${on('unless', PROVEN)} ${on('unless', byOthers)}`, BLIND),
      seenTwice,
    ),
    row(
      'slow-answer',
      // Who set a threshold has an amber light for it.
      slowAfterMs === undefined ? 'hint' : 'degraded',
      `${series('probe_duration_seconds', 'health')} > ${(slowAfterMs ?? SLOW_MS) / 1_000} and ${status} > 0`,
      answered,
    ),
  ];
}

/** A body that proves health, with a status of success, for each target. */
export const PROVEN = `${series('probe_success', 'health')} == 1`;

const LOCKED = `${status} == 401 or ${status} == 403 or ${status} == 407`;

// What `pilot-light export metrics` tells of the login on that computer.
function endsSoon(): string {
  const left = `${LOGIN_END} - time()`;
  return `${left} > 0 and ${left} <= ${ENDS_SOON_MS / 1_000}`;
}
