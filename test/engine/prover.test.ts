import { describe, expect, it } from 'vitest';
import type { Observation } from '../../core/advice/proof.ts';
import { createProver, type Prover } from '../../engine/prover.ts';
import { virtualClock, type VirtualClock } from './virtual-clock.ts';

interface Bench {
  readonly prover: Prover;
  readonly clock: VirtualClock;
  readonly seen: { stands: boolean | undefined };
  readonly closer: string[];
  readonly fixed: string[];
}

function bench(): Bench {
  const clock = virtualClock();
  const seen: Bench['seen'] = { stands: true };
  const [closer, fixed]: [string[], string[]] = [[], []];
  const prover = createProver({
    clock,
    observe: (): Observation => ({ stands: seen.stands, seenAt: clock.monotonic() }),
    lookCloser: (targetId) => closer.push(targetId),
    onChange: () => {},
    onFixed: (targetId, { step }) => fixed.push(`${targetId} ${step}`),
  });
  return { prover, clock, seen, closer, fixed };
}

describe('a step that was used', () => {
  it('is watched every second, and proved as soon as its finding is gone', async () => {
    const { prover, clock, seen, closer, fixed } = bench();
    prover.used('target-1', 'signed-out', 'sign-in');
    await clock.advance(8_000);
    expect([prover.proof('target-1')?.state, closer.length]).toEqual(['watching', 8]);
    seen.stands = false;
    await clock.advance(1_000);
    const proof = prover.proof('target-1');
    expect([proof?.state, (proof?.fixedAt ?? 0) - (proof?.usedAt ?? 0)]).toEqual(['fixed', 9_000]);
    expect(fixed).toEqual(['target-1 sign-in']);
  });

  it('is proved by what is seen in between, too', async () => {
    const { prover, seen, fixed, clock } = bench();
    prover.used('target-1', 'signed-out', 'sign-in');
    await clock.advance(1);
    clock.jump(400 * 86_400_000);
    seen.stands = false;
    prover.look('target-1');
    prover.look('target-1');
    expect([prover.proof('target-1')?.state, fixed]).toEqual(['fixed', ['target-1 sign-in']]);
  });

  it('is said to have changed nothing after a while, and is let go after some minutes, with every timer', async () => {
    const { prover, clock } = bench();
    prover.used('target-1', 'signed-out', 'sign-in');
    await clock.advance(60_000);
    expect([prover.proof('target-1')?.state, prover.isWatching('target-1')]).toEqual(['still-failing', true]);
    await clock.advance(5 * 60_000);
    expect([prover.proof('target-1'), prover.isWatching('target-1'), clock.waiting]).toEqual([undefined, false, 0]);
  });

  it('is good news for a minute', async () => {
    const { prover, clock, seen } = bench();
    prover.used('target-1', 'signed-out', 'sign-in');
    seen.stands = false;
    await clock.advance(2_000);
    expect(prover.isWatching('target-1')).toBe(false);
    await clock.advance(65_000);
    expect([prover.proof('target-1'), clock.waiting]).toEqual([undefined, 0]);
  });

  it('taken elsewhere costs no timer, never fails, and makes way for a button', async () => {
    const { prover, clock, closer } = bench();
    prover.told('target-1', 'proxy-not-running', 'start-proxy');
    await clock.advance(10 * 60_000);
    expect([prover.proof('target-1')?.state, closer, clock.waiting]).toEqual(['watching', [], 0]);
    prover.used('target-1', 'proxy-not-running', 'restart-proxy');
    prover.told('target-1', 'proxy-not-running', 'start-proxy');
    expect(prover.proof('target-1')).toMatchObject({ step: 'restart-proxy', isPassive: false });
  });

  it('is forgotten with its target, and with the prover', async () => {
    const { prover, clock } = bench();
    prover.used('target-1', 'signed-out', 'sign-in');
    prover.used('target-2', 'signed-out', 'sign-in');
    prover.forget('target-1');
    expect([prover.proof('target-1'), prover.isWatching('target-2')]).toEqual([undefined, true]);
    prover.stop();
    await clock.advance(60_000);
    expect([prover.proof('target-2'), clock.waiting]).toEqual([undefined, 0]);
    prover.used('target-2', 'signed-out', 'sign-in');
    await clock.advance(60_000);
    expect(prover.proof('target-2')?.state).toBe('still-failing');
  });
});
