import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK_IDS } from '../../../core/diagnosis/check.ts';
import { CHECKS } from '../../../core/diagnosis/checks.ts';
import { diagnosed, progressOf, type CheckState, type Diagnosis } from '../../../core/diagnosis/diagnosis.ts';
import type { FactValues } from '../../../core/diagnosis/facts.ts';
import {
  FINDING_IDS,
  type Evidence,
  type Finding,
  type FindingId,
  type Severity,
} from '../../../core/health/finding.ts';
import { fixture } from '../../fixtures/read.ts';
import { answer, failure } from '../answers.ts';
import { answered, judged, NOW, portOf, signInOf, sightOf, WELL } from './well.ts';

function runOf(states: readonly CheckState[]): Diagnosis {
  const results = states.map((state, i) => ({ id: CHECK_IDS[i] ?? 'disk', group: 'proxy', state }) as const);
  return { targetId: 'target-1', number: 1, state: 'running', startedAt: NOW, results };
}

function found(id: FindingId, severity: Severity = 'down', evidence: Evidence = {}): CheckState {
  return { kind: 'found', ms: 1, finding: { id, severity, evidence } };
}

const ids = (findings: readonly Finding[]): readonly FindingId[] => findings.map(({ id }) => id);

describe('the progress of a run', () => {
  it('counts what has ended, in whatever way, and tells problems from hints', () => {
    const states: readonly CheckState[] = [
      { kind: 'waiting' },
      { kind: 'running' },
      { kind: 'pass', ms: 1, evidence: {} },
      { kind: 'skipped', because: 'no-cli' },
      { kind: 'timed-out', ms: 5_000 },
      { kind: 'crashed', ms: 1 },
      { kind: 'cancelled' },
      found('signed-out'),
      found('locked', 'unknown'),
      found('several-clis', 'hint'),
    ];
    expect(progressOf(runOf(states))).toEqual({ done: 8, all: 10, problems: 2, warnings: 1 });
  });

  it('is nothing of nothing', () => {
    expect(progressOf(runOf([]))).toEqual({ done: 0, all: 0, problems: 0, warnings: 0 });
  });
});

describe('what a run found', () => {
  it('the root cause first: by weight, then by what explains what', () => {
    const run = runOf([
      found('several-clis', 'hint'),
      found('signed-out'),
      found('restarting', 'degraded'),
      found('cli-broken'),
      found('locked', 'unknown'),
    ]);
    expect(ids(diagnosed(run))).toEqual(['cli-broken', 'signed-out', 'restarting', 'locked', 'several-clis']);
  });

  it('once, as the heavier of the two, with the evidence of both', () => {
    const run = runOf([
      found('disk-full', 'hint', { bytes: 1 }),
      found('signed-out', 'down', { status: 503, said: 'not logged in' }),
      found('signed-out', 'down', { code: 'not-stored', status: 1 }),
      found('disk-full', 'degraded', { path: '/' }),
    ]);
    expect(diagnosed(run)).toEqual([
      { id: 'signed-out', severity: 'down', evidence: { status: 503, said: 'not logged in', code: 'not-stored' } },
      { id: 'disk-full', severity: 'degraded', evidence: { bytes: 1, path: '/' } },
    ]);
  });

  it('a stranger by the name of its process, where that is known', () => {
    const run = runOf([
      found('stranger-answers', 'down', { status: 200, name: 'nginx' }),
      found('stranger-answers', 'down', { status: 200, name: 'node server.js', pid: 7 }),
    ]);
    expect(diagnosed(run)).toEqual([
      { id: 'stranger-answers', severity: 'down', evidence: { status: 200, name: 'node server.js', pid: 7 } },
    ]);
  });

  it('several contradictions apart', () => {
    const run = runOf([
      found('contradiction', 'hint', { contradiction: 'check-is-old' }),
      found('contradiction', 'hint', { contradiction: 'version-changed' }),
    ]);
    expect(diagnosed(run)).toHaveLength(2);
  });

  it('keeps every kind of finding, each once, however often it was found', () => {
    const state = fc
      .tuple(fc.constantFrom(...FINDING_IDS), fc.constantFrom<Severity>('down', 'degraded', 'unknown', 'hint'))
      .map(([id, severity]) => found(id, severity));
    fc.assert(
      fc.property(fc.array(state, { maxLength: 31 }), (states) => {
        const expected = new Set(states.flatMap((of) => (of.kind === 'found' ? [of.finding.id] : [])));
        const told = ids(diagnosed(runOf(states)));
        expect([...told].toSorted()).toEqual([...expected].toSorted());
      }),
    );
  });
});

/** The findings of all checks on a computer on which all is well but these facts. */
function allFound(facts: Partial<FactValues>): readonly Finding[] {
  const states = CHECKS.map((check): CheckState => {
    const judgement = judged(check, facts);
    return judgement.kind === 'skipped' ? judgement : { ...judgement, ms: 1 };
  });
  return diagnosed(runOf(states));
}

describe('the root cause of', () => {
  const refused = { answer: answered(failure('refused')) };
  const signedOut = { signIn: signInOf({ present: false }), auth: { kind: 'told', signedIn: false } } as const;
  const told = (name: string): Partial<FactValues> => ({
    answer: answered(answer(503, fixture(`documented/${name}.json`))),
  });
  const owner = { kind: 'known', pid: 7, name: 'python3' } as const;

  it.each<readonly [string, Partial<FactValues>, FindingId]>([
    ['a proxy that is not running, with nobody signed in', { ...refused, ...signedOut }, 'proxy-not-running'],
    ['a CLI that is gone, and a login with it', { ...signedOut, cli: sightOf() }, 'cli-not-found'],
    [
      'a login behind a proxy that tells nothing of it',
      { ...signedOut, answer: answered(answer(200, { status: 'ok' })) },
      'signed-out',
    ],
    ['a login on a full disk', { ...signedOut, disk: { freeBytes: 0 } }, 'signed-out'],
    ['a proxy that says so itself', { ...told('detailed-503-signed-out'), ...signedOut }, 'signed-out'],
    ['a taken port, with an old CLI', { ...told('detailed-503-port-taken'), port: portOf({ owner }) }, 'port-taken'],
    ['an npm placeholder that the proxy only calls broken', { run: { kind: 'incomplete' } }, 'cli-incomplete'],
    ['a full disk alone', { disk: { freeBytes: 0 } }, 'disk-full'],
  ])('%s', (_, facts, expected) => {
    expect(allFound(facts)[0]?.id).toBe(expected);
  });

  it('a taken port names who took it', () => {
    expect(allFound({ ...told('detailed-503-port-taken'), port: portOf({ owner }) })[0]?.evidence).toMatchObject({
      port: 8000,
      name: 'python3',
      pid: 7,
    });
  });

  it('nothing, where all is well', () => {
    expect(allFound({})).toEqual([]);
    expect(WELL.answer.verdict.light).toBe('healthy');
  });
});
