import { describe, expect, it } from 'vitest';
import { diagnosed, type CheckResult, type CheckState } from '../../../core/diagnosis/diagnosis.ts';
import { inContext } from '../../../core/diagnosis/in-context.ts';
import type { CheckId } from '../../../core/diagnosis/check.ts';
import type { FindingId, Severity } from '../../../core/health/finding.ts';

const pass: CheckState = { kind: 'pass', ms: 1, evidence: {} };
const skipped: CheckState = { kind: 'skipped', because: 'not-told' };
const found = (id: FindingId, severity: Severity = 'down'): CheckState => ({
  kind: 'found',
  ms: 1,
  finding: { id, severity, evidence: {} },
});

const results = (reported: CheckState, same: CheckState, stored: CheckState): readonly CheckResult[] => [
  { id: 'reported-health', group: 'proxy', state: reported },
  { id: 'port-owner', group: 'proxy', state: found('port-taken') },
  { id: 'cli-same', group: 'cli', state: same },
  { id: 'sign-in-stored', group: 'sign-in', state: stored },
  { id: 'disk', group: 'computer', state: found('disk-full', 'degraded') },
];
const severityOf = (all: readonly CheckResult[], check: CheckId): Severity | undefined => {
  const state = all.find(({ id }) => id === check)?.state;
  return state?.kind === 'found' ? state.finding.severity : undefined;
};

describe('what is wrong here, behind a proxy that reports itself as healthy', () => {
  it.each([
    ['names another CLI', pass, found('cli-is-another', 'hint'), 'hint'],
    ['names no CLI', pass, skipped, 'hint'],
    ['uses this very CLI', pass, pass, 'down'],
    ['reports that something fails', found('signed-out'), skipped, 'down'],
    ['tells nothing of its parts', skipped, skipped, 'down'],
  ] as const)('and %s', (_what, reported, same, severity) => {
    const all = inContext(results(reported, same, found('signed-out')));
    expect(severityOf(all, 'sign-in-stored')).toBe(severity);
    expect([severityOf(all, 'port-owner'), severityOf(all, 'disk')]).toEqual(['down', 'degraded']);
  });

  it('stays what it is where it is known to be the same login', () => {
    const all = inContext(results(pass, skipped, found('signed-out-here', 'degraded')));
    expect(severityOf(all, 'sign-in-stored')).toBe('degraded');
  });

  it('is no root cause any more', () => {
    const all = inContext(results(pass, skipped, found('signed-out')));
    const run = { targetId: 'target-1', number: 1, state: 'ended', startedAt: 0, results: all } as const;
    expect(diagnosed(run).map(({ id }) => id)).toEqual(['port-taken', 'disk-full', 'signed-out']);
  });
});
