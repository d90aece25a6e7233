import { describe, expect, it } from 'vitest';
import type { Worked } from '../../core/advice/worked.ts';
import type { FactValues } from '../../core/diagnosis/facts.ts';
import type { Finding } from '../../core/health/finding.ts';
import { freshWatch, type WatchState } from '../../core/monitor/watch-state.ts';
import { createExplainer, type Explainer } from '../../engine/explainer.ts';
import { gatherersOf, WELL } from './diagnosis/parts.ts';
import { virtualClock, type VirtualClock } from './virtual-clock.ts';

interface Bench {
  readonly explainer: Explainer;
  readonly clock: VirtualClock;
  facts: FactValues;
  state: WatchState;
  worked: Worked;
}

function bench(): Bench {
  const clock = virtualClock();
  const healthy: WatchState = { ...freshWatch(clock.now()), light: 'healthy', confirmed: true };
  const explainer = createExplainer({
    platform: 'linux',
    clock,
    gatherersFor: () => gatherersOf(all.facts),
    stateOf: () => all.state,
    sight: () => undefined,
    lookAround: () => {},
    onChange: () => {},
    onError: (error) => {
      throw error;
    },
    onWorked: (worked) => (all.worked = worked),
  });
  const all: Bench = { explainer, clock, facts: WELL, state: healthy, worked: {} };
  return all;
}

const NOT_RUNNING: Finding = { id: 'proxy-not-running', severity: 'down', evidence: {} };
const signedOut: FactValues = { ...WELL, auth: { kind: 'told', signedIn: false } };
const nothingStored: FactValues = { ...signedOut, signIn: { place: 'file', present: false, overriddenBy: [] } };

describe('a fix of what only a diagnosis sees', () => {
  it('is proved by the check that found it, and remembered', async () => {
    const all = bench();
    all.facts = nothingStored;
    all.explainer.diagnose('target-1');
    await all.clock.advance(1_000);
    all.explainer.stepUsed('target-1', 'signed-out', 'sign-in');
    await all.clock.advance(10_000);
    all.explainer.look('target-1');
    expect(all.explainer.proof('target-1')?.state).toBe('watching');
    all.facts = WELL;
    await all.clock.advance(10_000);
    expect(all.explainer.proof('target-1')?.state).toBe('fixed');
    expect(all.worked).toEqual({ 'signed-out': 'sign-in' });
  });

  it('is not believed because the watch, which never saw the fault, is green', async () => {
    const all = bench();
    all.facts = signedOut;
    all.explainer.diagnose('target-1');
    await all.clock.advance(1_000);
    all.explainer.stepUsed('target-1', 'signed-out', 'sign-in');
    await all.clock.advance(30_000);
    all.explainer.look('target-1');
    await all.clock.advance(10_000);
    expect([all.explainer.proof('target-1')?.state, all.worked]).toEqual(['watching', {}]);
  });
});

describe('what is done elsewhere', () => {
  it.each([
    ['a fault that is sure', true, 'fixed'],
    ['a moment that passes by itself', false, undefined],
  ])('is good news after %s', async (_what, confirmed, state) => {
    const all = bench();
    const healthy = all.state;
    all.state = { ...healthy, light: 'down', confirmed, findings: [NOT_RUNNING] };
    all.explainer.told('target-1');
    await all.clock.advance(1_000);
    all.state = healthy;
    all.explainer.look('target-1');
    expect(all.explainer.proof('target-1')?.state).toBe(state);
  });
});

describe('a target that is gone', () => {
  it('leaves nothing behind, and takes nothing of the others with it', async () => {
    const all = bench();
    all.explainer.diagnose('target-1');
    await all.clock.advance(1_000);
    all.explainer.stepUsed('target-1', 'signed-out', 'sign-in');
    all.explainer.forget('target-2');
    expect(all.explainer.shown().diagnosis?.state).toBe('ended');
    expect(all.explainer.isWatching('target-1')).toBe(true);
    all.explainer.forget('target-1');
    expect(all.explainer.isWatching('target-1')).toBe(false);
    expect([all.explainer.shown().diagnosis, all.explainer.proof('target-1')]).toEqual([undefined, undefined]);
  });
});
