import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK_GROUPS, CHECK_IDS, type Check, type CheckId, type Judgement } from '../../../core/diagnosis/check.ts';
import { CHECKS } from '../../../core/diagnosis/checks.ts';
import { SKIP_REASONS, type FactValues } from '../../../core/diagnosis/facts.ts';
import { FINDING_IDS } from '../../../core/health/finding.ts';
import type { FailureKind, ProbeResult } from '../../../core/health/probe-result.ts';
import type { CliSeen } from '../../../core/sight/local-sight.ts';
import { answer, failure } from '../answers.ts';
import { answered, documented, judged, NOW, sightOf, WELL } from './well.ts';

const idsWhere = (matches: (judgement: Judgement) => boolean, facts: Partial<FactValues> = {}): readonly CheckId[] =>
  CHECKS.filter((check) => matches(judged(check, facts))).map(({ id }) => id);

describe('all checks', () => {
  it('are there, each once, in the order in which they are shown, group by group', () => {
    expect(CHECKS.map(({ id }) => id)).toEqual(CHECK_IDS);
    const groups = CHECKS.map(({ group }) => CHECK_GROUPS.indexOf(group));
    expect(groups).toEqual(groups.toSorted((a, b) => a - b));
  });

  it.each(CHECKS)('$id asks for each fact once, and for all that it looks at', ({ needs, judge }) => {
    expect(new Set(needs).size).toBe(needs.length);
    const looked = new Set<string>();
    const facts = new Proxy(WELL, {
      get: (target, key, receiver): unknown => {
        looked.add(String(key));
        return Reflect.get(target, key, receiver);
      },
    });
    expect(judge(facts).kind).toBe('pass');
    expect([...looked].filter((fact) => !needs.some((need) => need === fact))).toEqual([]);
  });

  it('pass on a computer on which all is well', () => {
    expect(idsWhere(({ kind }) => kind !== 'pass')).toEqual([]);
  });

  it('say nothing of this computer where the proxy runs on another one', () => {
    const elsewhere = { target: { ...WELL.target, host: 'proxy.example', isHere: false } };
    const skipped = idsWhere(
      (judgement) => 'because' in judgement && judgement.because === 'other-computer',
      elsewhere,
    );
    const ofOneHere: readonly CheckId[] = ['address-family', 'port-owner', 'process-age', 'loopback-proxy'];
    const isAboutHere = ({ id, group }: Check): boolean =>
      group === 'cli' || group === 'sign-in' || ofOneHere.includes(id);
    expect(skipped).toEqual(CHECKS.filter(isAboutHere).map(({ id }) => id));
    expect(idsWhere(({ kind }) => kind === 'found', elsewhere)).toEqual([]);
  });
});

const word = fc.constantFrom('a', '/usr/bin/claude', '~/bin/claude', 'C:\\claude.exe', 'node', '2.0.0', 'v2.1.40', '');
const some = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });
const moment = fc.integer({ min: NOW - 1e10, max: NOW + 1e10 });
const size = fc.oneof(fc.nat(2_000_000_000), fc.double({ min: 0, noNaN: true }));

/** Leaves out what is undefined, as exact optional properties want it. */
const told = <Value extends object>(value: Value): Value =>
  Object.fromEntries(Object.entries(value).filter(([, of]) => of !== undefined)) as Value;

const body = fc.oneof(
  fc.json(),
  fc
    .record({
      status: fc.constantFrom('healthy', 'degraded', 'unauthenticated', 'error'),
      logged_in: fc.boolean(),
      path: word,
      version: word,
    })
    .map((part) => JSON.stringify(documented({ claude_cli: part, authentication: part }))),
);
const probe: fc.Arbitrary<ProbeResult> = fc.oneof(
  fc.tuple(fc.constantFrom(200, 301, 401, 404, 429, 500, 503), body).map(([status, text]) => answer(status, text)),
  fc
    .constantFrom<FailureKind>('refused', 'timeout', 'reset', 'dns', 'tls', 'internal', 'cancelled')
    .map((kind) => failure(kind)),
);
const candidate = fc
  .record({
    path: word,
    realPath: some(word),
    source: fc.constantFrom<CliSeen['source']>('setting', 'variable', 'path', 'shell-path', 'known-place'),
    state: fc.constantFrom<CliSeen['state']>(
      'program',
      'not-executable',
      'folder',
      'dangling',
      'unreadable',
      'unsafe-folder',
    ),
    version: some(word),
  })
  .map((seen) => told(seen) as CliSeen);

const anything = fc
  .record({
    probe,
    watched: fc.record({ isFlapping: fc.boolean(), incidents: fc.nat(9) }),
    isHere: fc.boolean(),
    outcomes: fc.tuple(fc.constantFrom('open', 'refused', 'silent', 'failed'), fc.constantFrom('open', 'refused')),
    owner: fc.oneof(
      fc.constantFrom({ kind: 'free' } as const, { kind: 'unknown' } as const, { kind: 'other-user' } as const),
      fc.record({ kind: fc.constant('known' as const), pid: fc.nat(), name: word, startedAt: moment }),
    ),
    candidates: fc.array(candidate, { maxLength: 4 }),
    binary: fc.record({
      here: word,
      kind: fc.constant('binary' as const),
      format: fc.constantFrom('elf', 'mach-o', 'pe'),
      machines: fc.array(word, { maxLength: 3 }),
    }),
    run: fc.oneof(
      fc.record({ kind: fc.constant('version' as const), version: word, ms: size }),
      fc.record({ kind: fc.constant('failed' as const), code: fc.integer() }),
    ),
    place: fc.constantFrom('file', 'keychain', 'unknown'),
    present: some(fc.boolean()),
    isPrivate: some(fc.boolean()),
    loginExpiresAt: some(moment),
    overriddenBy: fc.subarray(['ANTHROPIC_API_KEY', 'CLAUDE_CODE_OAUTH_TOKEN']),
    now: moment,
    freeBytes: size,
  })
  .map(
    ({
      probe: result,
      watched,
      isHere,
      outcomes: [v4, v6],
      owner,
      candidates,
      now,
      freeBytes,
      binary,
      run,
      ...signIn
    }) =>
      ({
        ...WELL,
        answer: answered(result, watched),
        target: { ...WELL.target, isHere },
        port: { v4, v6, owner },
        cli: sightOf(...candidates),
        binary,
        run,
        signIn: told(signIn),
        clock: { now, notBefore: NOW },
        disk: { freeBytes },
      }) as FactValues,
  );

describe('whatever the facts are', () => {
  it('every check gives a judgement of which every part is known', () => {
    fc.assert(
      fc.property(anything, (facts) => {
        expect(CHECKS.filter(({ judge }) => faultOf(judge(facts)) !== undefined)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a sign-in is never called failing because of what another computer’s proxy says', () => {
    fc.assert(
      fc.property(anything, (facts) => {
        const elsewhere = { ...facts, target: { ...facts.target, isHere: false } };
        const local = CHECKS.filter(({ group }) => group === 'cli' || group === 'sign-in');
        expect(new Set(local.map(({ judge }) => judge(elsewhere).kind))).toEqual(new Set(['skipped']));
      }),
    );
  });
});

function faultOf(judgement: Judgement): string | undefined {
  if (judgement.kind === 'skipped') return SKIP_REASONS.includes(judgement.because) ? undefined : judgement.because;
  const evidence = judgement.kind === 'pass' ? judgement.evidence : judgement.finding.evidence;
  const unknown = Object.entries(evidence).find(([, value]) => value === undefined || Number.isNaN(value));
  if (unknown !== undefined) return unknown[0];
  if (judgement.kind === 'pass') return undefined;
  return FINDING_IDS.includes(judgement.finding.id) ? undefined : judgement.finding.id;
}
