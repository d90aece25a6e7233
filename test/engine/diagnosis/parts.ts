import type { FactId, FactValues } from '../../../core/diagnosis/facts.ts';
import { judge } from '../../../core/health/judge.ts';
import type { Gatherer, Gatherers } from '../../../engine/diagnosis/gathering.ts';
import { answer } from '../../core/answers.ts';
import { fixture } from '../../fixtures/read.ts';

const AT = Date.UTC(2026, 10, 24, 9);
const GIB = 1_024 ** 3;

/** The facts of a computer on which all is well. */
export const WELL: FactValues = {
  target: { url: 'http://localhost:8000', host: 'localhost', port: 8000, isHere: true },
  answer: {
    verdict: judge(answer(200, fixture('documented/detailed-200-healthy.json'))),
    at: AT,
    isFlapping: false,
    incidents: 0,
  },
  port: {
    v4: 'open',
    v6: 'refused',
    owner: { kind: 'known', pid: 4_121, name: 'node proxy.js', startedAt: AT - 8_130_000, user: 'ada' },
  },
  cli: {
    candidates: [{ path: '/usr/local/bin/claude', source: 'path', state: 'program', version: '2.1.330' }],
    chosen: { path: '/usr/local/bin/claude', source: 'path', state: 'program', version: '2.1.330' },
    searched: ['/usr/local/bin'],
  },
  binary: { kind: 'binary', format: 'elf', machines: ['x64'], here: 'x64' },
  run: { kind: 'version', version: '2.1.330', ms: 40 },
  auth: { kind: 'told', signedIn: true, method: 'claude.ai' },
  signIn: { place: 'file', present: true, isPrivate: true, loginExpiresAt: AT + 30 * 86_400_000, overriddenBy: [] },
  environment: { proxies: [], excepted: false },
  cliSettings: 'ok',
  settings: { state: 'absent', ignored: [] },
  clock: { now: AT, notBefore: AT - 86_400_000 },
  disk: { freeBytes: 40 * GIB },
  desktop: { tray: 'present', notifications: 'present' },
  app: { version: '0.1.0', memoryBytes: 120 * 1_024 ** 2, uptimeMs: 60_000, lastErrors: [] },
};

/** Gatherers that know the facts at once, but for those that are given. */
export function gatherersOf(facts: FactValues = WELL, others: Partial<Gatherers> = {}): Gatherers {
  const known = <Id extends FactId>(id: Id): Gatherer<Id> => ({
    gather: async () => ({ kind: 'known', value: facts[id] }),
  });
  return {
    target: known('target'),
    answer: known('answer'),
    port: known('port'),
    cli: known('cli'),
    binary: known('binary'),
    run: known('run'),
    auth: known('auth'),
    signIn: known('signIn'),
    environment: known('environment'),
    cliSettings: known('cliSettings'),
    settings: known('settings'),
    clock: known('clock'),
    disk: known('disk'),
    desktop: known('desktop'),
    app: known('app'),
    ...others,
  };
}
