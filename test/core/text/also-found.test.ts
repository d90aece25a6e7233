import { describe, expect, it } from 'vitest';
import type { Finding, FindingId } from '../../../core/health/finding.ts';
import type { Light } from '../../../core/health/light.ts';
import type { NoTray } from '../../../core/snapshot.ts';
import { alsoFound } from '../../../core/text/also-found.ts';
import { english } from '../../../core/text/english.ts';
import { viewIn } from '../states.ts';

const hint = (id: FindingId, more: Partial<Finding> = {}): Finding => ({ id, severity: 'hint', evidence: {}, ...more });
const found = (light: Light, findings: readonly Finding[], noTray?: NoTray): readonly string[] =>
  alsoFound({ ...viewIn('healthy'), light, findings }, english, noTray).map(({ id }) => id);

describe('what else was found', () => {
  it('is all but the root cause, which has a card', () => {
    expect(found('down', [hint('signed-out'), hint('exposed-to-network')])).toEqual(['exposed-to-network']);
  });

  it('is everything under a green light, but for what has a card there', () => {
    const findings = [hint('signed-out-here'), hint('sign-in-expires-soon'), hint('exposed-to-network')];
    expect(found('healthy', findings)).toEqual(['signed-out-here', 'exposed-to-network']);
  });

  it('is nothing that a component’s row says already', () => {
    expect(found('healthy', [hint('component-failing', { component: 'logger' })])).toEqual([]);
  });

  it('tells each contradiction by itself', () => {
    const findings = (['ports-disagree', 'uptime-leapt'] as const).map((contradiction) =>
      hint('contradiction', { evidence: { contradiction } }),
    );
    expect(found('healthy', findings)).toEqual(['ports-disagree', 'uptime-leapt']);
  });

  it('tells of a desktop without a tray', () => {
    expect(found('healthy', [], {})).toEqual(['no-tray-host']);
    expect(found('healthy', [])).toEqual([]);
    const row = alsoFound(viewIn('healthy'), english, { supplier: 'System Tray' }).at(-1);
    expect(row?.detail).toBe('No program shows tray icons here. On this desktop “System Tray” does, once it is added.');
  });
});
