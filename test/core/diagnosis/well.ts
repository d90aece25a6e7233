import type { Check, Judgement } from '../../../core/diagnosis/check.ts';
import type { AnswerFact, FactValues, PortFact } from '../../../core/diagnosis/facts.ts';
import { judge } from '../../../core/health/judge.ts';
import type { ProbeResult } from '../../../core/health/probe-result.ts';
import type { CliSeen, CliSight, SignInSight } from '../../../core/sight/local-sight.ts';
import { fixture } from '../../fixtures/read.ts';
import { answer } from '../answers.ts';

/** 22 November 2026, noon UTC: the moment of every fact. */
export const NOW = Date.UTC(2026, 10, 22, 12);

export const SECOND = 1_000;
export const HOUR = 3_600 * SECOND;
export const DAY = 24 * HOUR;

type Part = Readonly<Record<string, unknown>>;

/** The documented healthy answer with some parts told otherwise. Its CLI is `/usr/local/bin/claude`. */
export function documented(parts: Readonly<Record<string, Part>> = {}, rest: Part = {}): Part {
  const body = JSON.parse(fixture('documented/detailed-200-healthy.json')) as { components: Record<string, Part> };
  const components = Object.fromEntries(
    Object.entries({ ...body.components, ...parts }).map(([id, part]) => [id, { ...body.components[id], ...part }]),
  );
  return { ...body, configuration: { host: '127.0.0.1', port: 8000 }, ...rest, components };
}

/** What a probe brought home, judged by the real rules. */
export function answered(result: ProbeResult, watched: Partial<AnswerFact> = {}): AnswerFact {
  const verdict = judge(result, { sight: { now: NOW, port: 8000 } });
  return { verdict, at: NOW, isFlapping: false, incidents: 0, ...watched };
}

export function documentedAnswer(parts: Readonly<Record<string, Part>> = {}, rest: Part = {}): AnswerFact {
  return answered(answer(200, documented(parts, rest)));
}

export function cliAt(path: string, more: Partial<CliSeen> = {}): CliSeen {
  return { path, source: 'path', state: 'program', ...more };
}

/** The CLIs of a computer; the first program is the chosen one, as long as none is named. */
export function sightOf(...candidates: readonly CliSeen[]): CliSight {
  const named = candidates.find(({ source }) => source === 'setting' || source === 'variable');
  const chosen = named ?? candidates.find(({ state }) => state === 'program');
  return { candidates, searched: ['/usr/bin'], ...(chosen?.state === 'program' && { chosen }) };
}

export function signInOf(more: Partial<SignInSight> = {}): SignInSight {
  return { place: 'file', overriddenBy: [], ...more };
}

export function portOf(more: Partial<PortFact> = {}): PortFact {
  return { v4: 'open', v6: 'refused', owner: { kind: 'unknown' }, ...more };
}

/** The facts of a computer on which all is well. */
export const WELL: FactValues = {
  target: { url: 'http://localhost:8000', host: 'localhost', port: 8000, isHere: true },
  answer: documentedAnswer(),
  port: portOf({
    owner: { kind: 'known', pid: 4121, name: 'node proxy.js', startedAt: NOW - 2 * HOUR, user: 'me' },
  }),
  cli: sightOf(cliAt('/usr/local/bin/claude', { version: '2.1.330' })),
  binary: { here: 'x64', kind: 'binary', format: 'elf', machines: ['x64'] },
  run: { kind: 'version', version: '2.1.330', ms: 72 },
  auth: { kind: 'told', signedIn: true, method: 'claude.ai' },
  signIn: signInOf({ present: true, isPrivate: true, subscription: 'max', loginExpiresAt: NOW + 20 * DAY }),
  environment: { proxies: [], excepted: false },
  cliSettings: 'ok',
  settings: { state: 'ok', ignored: [] },
  clock: { now: NOW, notBefore: NOW - DAY },
  disk: { freeBytes: 12_345_678_901 },
  desktop: { tray: 'present', notifications: 'present' },
  app: { version: '0.1.0', memoryBytes: 98_765_432, uptimeMs: 3 * HOUR, lastErrors: [] },
};

/** What a check makes of a computer on which all is well but these facts. */
export function judged(check: Check, facts: Partial<FactValues> = {}): Judgement {
  return check.judge({ ...WELL, ...facts });
}

/** A row of a check's table: what is so, the facts that say so, and the judgement, in short. */
export type Row = readonly [string, Partial<FactValues>, Short];

/** `['pass', evidence]`, `['skip', because]`, or `[finding, severity, evidence]`. */
export type Short = readonly [string, unknown] | readonly [string, string, unknown];

export function short(judgement: Judgement): Short {
  switch (judgement.kind) {
    case 'pass':
      return ['pass', judgement.evidence];
    case 'skipped':
      return ['skip', judgement.because];
    case 'found':
      return [judgement.finding.id, judgement.finding.severity, judgement.finding.evidence];
  }
}
