import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../../core/diagnosis/diagnosis.ts';
import type { Evidence, FindingId, Severity } from '../../../core/health/finding.ts';
import type { Snapshot } from '../../../core/snapshot.ts';
import { english } from '../../../core/text/english.ts';
import { foundCards } from '../../../core/text/found-cards.ts';
import { snapshotIn } from '../states.ts';

type Found = readonly [id: FindingId, severity: Severity, evidence?: Evidence];

function diagnosisWith(...found: readonly Found[]): Diagnosis {
  const results = found.map(([id, severity, evidence = {}]) => ({
    id: 'identity' as const,
    group: 'proxy' as const,
    state: { kind: 'found' as const, ms: 1, finding: { id, severity, evidence } },
  }));
  return { targetId: 'target-1', number: 1, state: 'ended', startedAt: 0, results };
}

const snapshot: Snapshot = snapshotIn('signed-out');
const cards = (...found: readonly Found[]): ReturnType<typeof foundCards> =>
  foundCards(diagnosisWith(...found), snapshot, english);

describe('the cards of a run', () => {
  it('have the root cause apart, with its steps, and the rest in causal order', () => {
    const { root, others } = cards(['several-clis', 'hint'], ['signed-out', 'down'], ['cli-not-found', 'down']);
    expect(root).toMatchObject({ headline: 'The Claude CLI is missing', light: 'down', isHint: false });
    expect(root?.card.steps.length).toBeGreaterThan(0);
    expect(others.map(({ key, light }) => [key, light])).toEqual([
      ['signed-out', 'down'],
      ['several-clis', 'unknown'],
    ]);
  });

  it('have no root cause where nothing but hints was found', () => {
    const { root, others } = cards(['several-clis', 'hint']);
    expect(root).toBeUndefined();
    expect(others).toHaveLength(1);
  });

  it('keep several contradictions apart', () => {
    const { others } = cards(
      ['contradiction', 'hint', { contradiction: 'check-is-old' }],
      ['contradiction', 'hint', { contradiction: 'ports-disagree' }],
    );
    expect(others.map(({ key }) => key)).toEqual(['check-is-old', 'ports-disagree']);
  });

  it('are none for a target that is not watched any more', () => {
    const gone: Diagnosis = { ...diagnosisWith(['signed-out', 'down']), targetId: 'target-2' };
    expect(foundCards(gone, snapshot, english)).toEqual({ others: [] });
  });
});
