import { describe, expect, it } from 'vitest';
import { isNews } from '../../../core/health/findings-beside.ts';
import { judge } from '../../../core/health/judge.ts';
import type { Verdict } from '../../../core/health/verdict.ts';
import type { LocalSight, SignInSight } from '../../../core/sight/local-sight.ts';
import { fixture } from '../../fixtures/read.ts';
import { answer } from '../answers.ts';

const NOW = Date.UTC(2026, 10, 24, 9);
const DAY = 86_400_000;

const here = (signIn: Partial<SignInSight>, more: Partial<LocalSight> = {}): LocalSight => ({
  cli: { candidates: [], searched: [] },
  signIn: { place: 'file', overriddenBy: [], ...signIn },
  ...more,
});
const judged = (local: LocalSight, name = 'detailed-200-healthy'): Verdict =>
  judge(answer(200, fixture(`documented/${name}.json`)), { sight: { now: NOW, local } });
// The path that the documented proxy names, with another version than it tells.
const OTHER_CLI: LocalSight['cli'] = {
  candidates: [],
  chosen: { path: '/usr/local/bin/claude', source: 'path', state: 'program', version: '0.9.0' },
  searched: [],
};
const ids = ({ findings }: Verdict): readonly string[] => findings.map(({ id }) => id);

describe('a proxy that calls itself signed in, where no login is stored', () => {
  it('is amber only where it is known to use this very login', () => {
    const gone = { present: false } as const;
    expect(judged(here(gone, { sharedLogin: true }))).toMatchObject({
      light: 'degraded',
      findings: [{ id: 'signed-out-here', severity: 'degraded' }, {}],
    });
    for (const other of [here(gone), here(gone, { sharedLogin: false })]) {
      expect(judged(other).light).toBe('healthy');
      expect(ids(judged(other))).toContain('signed-out-here');
    }
  });

  it.each<[string, Partial<SignInSight>]>([
    ['is stored', { present: true }],
    ['cannot be seen', {}],
    ['may lie in a keychain', { place: 'keychain', present: false }],
    ['is not needed, by a variable', { present: false, overriddenBy: ['ANTHROPIC_API_KEY'] }],
  ])('is right where a login %s', (_what, signIn) => {
    expect(ids(judged(here(signIn, { sharedLogin: true })))).not.toContain('signed-out-here');
  });

  it('has claimed nothing if it tells nothing of a login', () => {
    expect(ids(judged(here({ present: false }, { sharedLogin: true }), 'health-200-healthy'))).toEqual([]);
  });
});

describe('the end of a login', () => {
  it.each([
    ['in a month', 30 * DAY, false],
    ['in a bit more than three days', 3 * DAY + 1, false],
    ['in three days', 3 * DAY, true],
    ['in a minute', 60_000, true],
    ['long ago', -DAY, false],
  ])('%s', (_when, inMs, isTold) => {
    const verdict = judged(here({ present: true, loginExpiresAt: NOW + inMs }));
    expect(ids(verdict).includes('sign-in-expires-soon')).toBe(isTold);
    expect(verdict.light).toBe('healthy');
  });

  it('of no login is not told', () => {
    expect(ids(judged(here({ present: false, loginExpiresAt: NOW + 1 })))).not.toContain('sign-in-expires-soon');
  });
});

describe('another look at this computer', () => {
  const gone = here({ present: false });
  it.each<[string, LocalSight | undefined, LocalSight | undefined, boolean]>([
    ['that shows no login for the first time', undefined, gone, true],
    ['that shows one for the first time', undefined, here({ present: true }), false],
    ['that shows that the login is shared', gone, { ...gone, sharedLogin: true }, true],
    ['that shows that the login is not shared', gone, { ...gone, sharedLogin: false }, false],
    ['that shows the same', gone, here({ present: false }), false],
    ['that shows another version of the CLI', here({}), here({}, { cli: OTHER_CLI }), true],
  ])('%s', (_what, before, after, expected) => {
    const { report } = judged(here({}));
    const looks = { ...(before && { before }), ...(after && { after }) };
    expect(report && isNews(report, { now: NOW, ...looks })).toBe(expected);
  });
});
