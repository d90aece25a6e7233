import { CHECKS } from '../../core/diagnosis/checks.ts';
import type { Judgement } from '../../core/diagnosis/check.ts';
import type { CheckResult, CheckState, Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import type { FactValues } from '../../core/diagnosis/facts.ts';
import { judge } from '../../core/health/judge.ts';
import type { ProbeResult } from '../../core/health/probe-result.ts';
import type { CliSeen, CliSight } from '../../core/sight/local-sight.ts';
import { answer } from '../core/answers.ts';
import { detailed, healthy } from './bodies.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

const CLI: CliSeen = { path: '/usr/local/bin/claude', source: 'path', state: 'program', version: '2.0.0' };
const SECOND_CLI: CliSeen = {
  path: '/home/me/.nvm/versions/node/v22.11.0/bin/claude',
  source: 'known-place',
  state: 'program',
};

const STRANGER = answer(200, '<!doctype html><title>Welcome</title>');

/** The facts of a computer on which all is well. */
function wellAt(now: number): FactValues {
  return {
    target: { url: 'http://localhost:8000', host: 'localhost', port: 8_000, isHere: true },
    answer: answered(now, answer(200, detailed({ ...healthy(now + 31 * DAY), cli: cliOf('2.1.330') }))),
    port: {
      v4: 'open',
      v6: 'open',
      owner: { kind: 'known', pid: 4_077, name: 'node proxy.js', startedAt: now - 2.25 * HOUR, user: 'me' },
    },
    cli: cliSight({ ...CLI, version: '2.1.330' }),
    binary: { here: 'x64', kind: 'binary', format: 'elf', machines: ['x64'] },
    run: { kind: 'version', version: '2.1.330', ms: 214 },
    auth: { kind: 'told', signedIn: true, method: 'claude.ai' },
    signIn: {
      place: 'file',
      present: true,
      isPrivate: true,
      subscription: 'max',
      loginExpiresAt: now + 31 * DAY,
      overriddenBy: [],
    },
    environment: { proxies: [], excepted: false },
    cliSettings: 'ok',
    settings: { state: 'ok', ignored: [] },
    clock: { now, notBefore: now - DAY },
    disk: { freeBytes: 48_300_000_000 },
    desktop: { tray: 'present', notifications: 'present' },
    app: { version: '0.1.0', memoryBytes: 98_765_432, uptimeMs: 3 * HOUR, lastErrors: [] },
  };
}

function cliOf(version: string): object {
  return { status: 'healthy', path: CLI.path, version };
}

function cliSight(chosen: CliSeen, ...others: readonly CliSeen[]): CliSight {
  return { candidates: [chosen, ...others], chosen, searched: ['/usr/local/bin'] };
}

function answered(now: number, result: ProbeResult): FactValues['answer'] {
  return { verdict: judge(result), at: now, isFlapping: false, incidents: 0 };
}

/** Another program has the port, and there are two CLIs. */
function strangerAt(now: number): FactValues {
  const well = wellAt(now);
  return {
    ...well,
    answer: answered(now, STRANGER),
    port: { ...well.port, owner: { kind: 'known', pid: 4_121, name: 'python3 http.server', startedAt: now - HOUR } },
    cli: cliSight(CLI, SECOND_CLI),
    environment: { proxies: ['HTTP_PROXY'], excepted: false },
    run: { kind: 'version', version: '2.0.0', ms: 214 },
  };
}

function hintsAt(now: number): FactValues {
  const well = wellAt(now);
  return {
    ...well,
    cli: cliSight({ ...CLI, version: '2.1.330' }, SECOND_CLI),
    environment: { proxies: ['HTTP_PROXY'], excepted: false },
  };
}

function judged(facts: FactValues): readonly CheckResult[] {
  return CHECKS.map(({ id, group, judge: judgement }, i) => ({ id, group, state: timed(judgement(facts), i) }));
}

const TIMES: readonly number[] = [4, 1, 4, 12, 38, 214, 301];

function timed(judgement: Judgement, i: number): CheckState {
  return judgement.kind === 'skipped' ? judgement : { ...judgement, ms: TIMES[i % TIMES.length] ?? 1 };
}

/** The first checks have ended, some are under way, the others wait. */
function upTo(results: readonly CheckResult[], done: number, then: CheckState['kind'] & ('waiting' | 'cancelled')) {
  return results.map((result, i): CheckResult => {
    if (i < done) return result;
    return { ...result, state: { kind: then === 'waiting' && i < done + 3 ? 'running' : then } };
  });
}

function unfinished(results: readonly CheckResult[]): readonly CheckResult[] {
  const states: Readonly<Record<string, CheckState>> = {
    exposure: { kind: 'timed-out', ms: 5_000 },
    'address-family': { kind: 'crashed', ms: 3 },
    'process-age': { kind: 'skipped', because: 'cannot-be-seen' },
    'cli-machine': { kind: 'skipped', because: 'cannot-be-seen' },
  };
  return results.map((result) => ({ ...result, state: states[result.id] ?? result.state }));
}

const MAKERS = {
  running: (now) => ({ state: 'running', results: upTo(judged(strangerAt(now)), 5, 'waiting') }),
  ended: (now) => ({ state: 'ended', results: judged(strangerAt(now)) }),
  well: (now) => ({ state: 'ended', results: judged(wellAt(now)) }),
  hints: (now) => ({ state: 'ended', results: judged(hintsAt(now)) }),
  unfinished: (now) => ({ state: 'ended', results: unfinished(judged(wellAt(now))) }),
  stopped: (now) => ({ state: 'cancelled', results: upTo(judged(wellAt(now)), 12, 'cancelled') }),
} as const satisfies Record<string, (now: number) => Pick<Diagnosis, 'state' | 'results'>>;

/** A diagnosis as it may stand. */
export type DiagnosisName = keyof typeof MAKERS;

export const DIAGNOSIS_NAMES: readonly DiagnosisName[] = Object.keys(MAKERS).filter(isName);

function isName(name: string): name is DiagnosisName {
  return Object.hasOwn(MAKERS, name);
}

/** A diagnosis of the first target, as the real checks make it of facts; over for a second, if it is over. */
export function diagnosisOf(name: DiagnosisName, now: number, number = 1): Diagnosis {
  const made: Pick<Diagnosis, 'state' | 'results'> = MAKERS[name](now);
  const endedAt = made.state === 'running' ? {} : { endedAt: now - SECOND };
  return { targetId: 'target-8000', number, startedAt: now - 3 * SECOND, ...endedAt, ...made };
}
