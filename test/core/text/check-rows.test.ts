import { describe, expect, it } from 'vitest';
import { CHECK_IDS } from '../../../core/diagnosis/check.ts';
import { CHECKS } from '../../../core/diagnosis/checks.ts';
import type { CheckState, Diagnosis } from '../../../core/diagnosis/diagnosis.ts';
import { SKIP_REASONS } from '../../../core/diagnosis/facts.ts';
import { checkRow, checkSections, type CheckRow } from '../../../core/text/check-rows.ts';
import { english } from '../../../core/text/english.ts';

const row = (state: CheckState): CheckRow => checkRow({ id: 'cli-found', group: 'cli', state }, english);

const STATES: readonly (readonly [string, CheckState, Partial<CheckRow>])[] = [
  ['waiting', { kind: 'waiting' }, { mark: 'waiting', detail: 'waiting', trailing: '', spoken: '' }],
  ['running', { kind: 'running' }, { mark: 'running', detail: 'looking…', trailing: '', spoken: '' }],
  [
    'passed',
    { kind: 'pass', ms: 12.4, evidence: { path: '/usr/bin/claude' } },
    { mark: 'pass', detail: '/usr/bin/claude', trailing: '12 ms', spoken: 'Passed' },
  ],
  [
    'a problem',
    { kind: 'found', ms: 3, finding: { id: 'cli-not-found', severity: 'down', evidence: {} } },
    { mark: 'fail', detail: 'The Claude CLI is missing', trailing: 'Problem', spoken: '' },
  ],
  [
    'a hint',
    { kind: 'found', ms: 3, finding: { id: 'several-clis', severity: 'hint', evidence: { count: 2 } } },
    { mark: 'warn', detail: '2 Claude CLIs are installed', trailing: 'Hint' },
  ],
  [
    'skipped',
    { kind: 'skipped', because: 'no-cli' },
    { mark: 'skipped', detail: 'no Claude CLI to look at', trailing: 'Skipped' },
  ],
  [
    'timed out',
    { kind: 'timed-out', ms: 5_000 },
    { mark: 'unfinished', detail: 'no result in time', trailing: 'Timed out' },
  ],
  [
    'crashed',
    { kind: 'crashed', ms: 1 },
    { mark: 'unfinished', detail: 'the check itself failed', trailing: 'Crashed' },
  ],
  ['cancelled', { kind: 'cancelled' }, { mark: 'skipped', detail: 'not looked at', trailing: 'Stopped' }],
];

describe('a check as a row', () => {
  it.each(STATES)('%s', (_name, state, expected) => {
    expect(row(state)).toMatchObject({ id: 'cli-found', name: 'Claude CLI found', ...expected });
  });

  it('shows the exact time behind what it tells', () => {
    const at = Date.UTC(2026, 10, 22, 9, 40);
    expect(row({ kind: 'pass', ms: 1, evidence: { at } }).exact).toMatch(/2026.*\d:\d\d:\d\d/);
    expect(row({ kind: 'pass', ms: 1, evidence: {} })).not.toHaveProperty('exact');
  });

  it.each(CHECK_IDS)('%s always has a line of detail, so that its height stays', (id) => {
    const states: readonly CheckState[] = [
      { kind: 'pass', ms: 0, evidence: {} },
      ...SKIP_REASONS.map((because): CheckState => ({ kind: 'skipped', because })),
    ];
    for (const state of states) expect(checkRow({ id, group: 'cli', state }, english).detail).not.toBe('');
  });

  it('says that a check passed which has nothing to tell', () => {
    const silent = { ...english, checks: { ...english.checks, disk: { name: 'Disk', passed: () => '' } } };
    const passed: CheckState = { kind: 'pass', ms: 1, evidence: {} };
    expect(checkRow({ id: 'disk', group: 'computer', state: passed }, silent)).toMatchObject({
      detail: 'Passed',
      spoken: '',
    });
  });
});

describe('the checks of a run', () => {
  const diagnosis: Diagnosis = {
    targetId: 'target-1',
    number: 1,
    state: 'running',
    startedAt: 0,
    results: CHECKS.map(({ id, group }) => ({ id, group, state: { kind: 'waiting' } })),
  };

  it('stand in their groups, in their order, each once', () => {
    const sections = checkSections(diagnosis, english);
    expect(sections.map(({ title }) => title)).toEqual(['Proxy', 'Claude CLI', 'Sign-in', 'This computer']);
    expect(sections.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(CHECK_IDS);
  });

  it('leave out a group without any', () => {
    const some = { ...diagnosis, results: diagnosis.results.filter(({ group }) => group === 'cli') };
    expect(checkSections(some, english).map(({ group }) => group)).toEqual(['cli']);
  });
});
