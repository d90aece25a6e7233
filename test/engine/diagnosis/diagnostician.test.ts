import { describe, expect, it } from 'vitest';
import { pass, warn, type Check } from '../../../core/diagnosis/check.ts';
import { CHECKS } from '../../../core/diagnosis/checks.ts';
import type { CheckState, Diagnosis } from '../../../core/diagnosis/diagnosis.ts';
import { createDiagnostician, type Diagnostician } from '../../../engine/diagnosis/diagnostician.ts';
import type { Gatherers } from '../../../engine/diagnosis/gathering.ts';
import { RUN_LIMIT_MS } from '../../../engine/diagnosis/run-checks.ts';
import { virtualClock, type VirtualClock } from '../virtual-clock.ts';
import { gatherersOf, WELL } from './parts.ts';

interface Bench {
  readonly diagnostician: Diagnostician;
  readonly clock: VirtualClock;
  /** What was shown, one entry for each time that something new was. */
  readonly shown: (Diagnosis | undefined)[];
  readonly errors: unknown[];
}

function bench(gatherers: Gatherers = gatherersOf(), checks: readonly Check[] = CHECKS): Bench {
  const clock = virtualClock();
  const shown: (Diagnosis | undefined)[] = [];
  const errors: unknown[] = [];
  const diagnostician = createDiagnostician({
    checks,
    gatherersFor: (id) => (id === 'target-1' ? gatherers : undefined),
    clock,
    onChange: () => shown.push(diagnostician.diagnosis()),
    onError: (error) => errors.push(error),
  });
  return { diagnostician, clock, shown, errors };
}

const states = ({ diagnostician }: Bench): Readonly<Record<string, CheckState['kind']>> =>
  Object.fromEntries(diagnostician.diagnosis()?.results.map(({ id, state }) => [id, state.kind]) ?? []);

const never = new Promise<never>(() => {});
const slow = { gather: () => never };

describe('a diagnosis', () => {
  it('runs every check, shows that it began, and how it ended', async () => {
    const all = bench();
    all.diagnostician.start('target-1');
    expect(all.shown[0]).toMatchObject({ number: 1, state: 'running', targetId: 'target-1' });
    await all.clock.advance(100);
    expect(all.diagnostician.diagnosis()).toMatchObject({ state: 'ended' });
    expect(new Set(Object.values(states(all)))).not.toContain('waiting');
    expect(all.diagnostician.diagnosis()?.results.map(({ id }) => id)).toEqual(CHECKS.map(({ id }) => id));
  });

  it('shows results as they come, together and not one by one', async () => {
    const all = bench(gatherersOf(WELL, { disk: { gather: () => wait(all.clock, 2_000, 'disk') } }));
    all.diagnostician.start('target-1');
    await all.clock.advance(1_000);
    expect(all.diagnostician.diagnosis()).toMatchObject({ state: 'running' });
    expect(states(all)).toMatchObject({ disk: 'running', 'cli-runs': 'pass' });
    await all.clock.advance(1_500);
    expect(states(all)).toMatchObject({ disk: 'pass' });
    expect(all.shown.length).toBeLessThan(8);
  });

  it('input R37: a thousand clicks start one run', async () => {
    let gathered = 0;
    const counting = gatherersOf(WELL, {
      disk: { gather: () => wait(all.clock, 500, 'disk').finally(() => (gathered += 1)) },
    });
    const all = bench(counting);
    for (let click = 0; click < 1_000; click += 1) all.diagnostician.start('target-1');
    await all.clock.advance(3_000);
    expect([gathered, all.diagnostician.diagnosis()?.number]).toEqual([1, 1]);
  });

  it('gives up a fact after its own time, and all of them after fifteen seconds', async () => {
    const all = bench(gatherersOf(WELL, { disk: slow, cli: { ...slow, limitMs: 60_000 } }));
    all.diagnostician.start('target-1');
    await all.clock.advance(5_100);
    expect(states(all)).toMatchObject({ disk: 'timed-out', 'cli-found': 'running' });
    await all.clock.advance(RUN_LIMIT_MS - 5_000);
    expect(states(all)).toMatchObject({ 'cli-found': 'timed-out' });
    expect(all.diagnostician.diagnosis()).toMatchObject({ state: 'ended' });
  });

  it('skips what waits for something that is not there, and says why', async () => {
    const missing = { gather: async () => ({ kind: 'missing', because: 'no-cli' }) as const };
    const needy = { needs: ['cli'] as const, gather: async () => ({ kind: 'known', value: WELL.run }) as const };
    const all = bench(gatherersOf(WELL, { cli: missing, run: needy, disk: slow, auth: { ...slow, needs: ['disk'] } }));
    all.diagnostician.start('target-1');
    await all.clock.advance(6_000);
    const because = new Map(all.diagnostician.diagnosis()?.results.map(({ id, state }) => [id, state]));
    expect(because.get('cli-runs')).toEqual({ kind: 'skipped', because: 'no-cli' });
    expect(because.get('sign-in-status')).toEqual({ kind: 'skipped', because: 'earlier-check' });
  });

  it('tells a gatherer or a check that fails from one that finds something', async () => {
    const broken: Check = { id: 'clock', group: 'computer', needs: ['clock'], judge: () => JSON.parse('{') };
    const all = bench(
      gatherersOf(WELL, { disk: { gather: () => Promise.reject(new Error('planted')) } }),
      CHECKS.map((check) => (check.id === 'clock' ? broken : check)),
    );
    all.diagnostician.start('target-1');
    await all.clock.advance(100);
    expect(states(all)).toMatchObject({ disk: 'crashed', clock: 'crashed', 'cli-runs': 'pass' });
    expect(all.errors).toHaveLength(2);
    expect(all.diagnostician.diagnosis()).toMatchObject({ state: 'ended' });
  });

  it('is called off by the user, at once, with what it knows by then', async () => {
    const signals: AbortSignal[] = [];
    const all = bench(gatherersOf(WELL, { disk: { gather: (_known, signal) => (signals.push(signal), never) } }));
    all.diagnostician.start('target-1');
    await all.clock.advance(50);
    all.diagnostician.cancel();
    await all.clock.advance(50);
    expect(all.diagnostician.diagnosis()).toMatchObject({ state: 'cancelled' });
    expect(states(all)).toMatchObject({ disk: 'cancelled', 'cli-runs': 'pass' });
    expect(signals[0]?.aborted).toBe(true);
  });

  it('runs one check again and keeps the others', async () => {
    let disk = WELL.disk;
    const all = bench(gatherersOf(WELL, { disk: { gather: async () => ({ kind: 'known', value: disk }) } }));
    disk = { freeBytes: 5 };
    all.diagnostician.start('target-1');
    await all.clock.advance(100);
    expect(states(all)).toMatchObject({ disk: 'found' });
    disk = WELL.disk;
    all.diagnostician.start('target-1', 'disk');
    expect(all.diagnostician.diagnosis()).toMatchObject({ state: 'running', number: 1 });
    await all.clock.advance(100);
    expect(states(all)).toMatchObject({ disk: 'pass', 'cli-runs': 'pass' });
    expect(all.diagnostician.diagnosis()).toMatchObject({ state: 'ended', number: 1 });
  });

  it('looks again in silence, and makes way for the user', async () => {
    let rounds = 0;
    const all = bench(
      gatherersOf(WELL, { disk: { gather: () => wait(all.clock, 1_000, 'disk').finally(() => rounds++) } }),
    );
    all.diagnostician.start('target-1');
    await all.clock.advance(2_000);
    all.diagnostician.recheck('target-1', ['disk']);
    await all.clock.advance(500);
    expect([states(all)['disk'], all.diagnostician.diagnosis()?.state]).toEqual(['pass', 'ended']);
    all.diagnostician.start('target-1');
    expect(all.diagnostician.diagnosis()).toMatchObject({ number: 2, state: 'running' });
    await all.clock.advance(2_000);
    expect(all.diagnostician.diagnosis()).toMatchObject({ number: 2, state: 'ended' });
    expect(new Set(Object.values(states(all)))).not.toContain('cancelled');
    expect(rounds).toBe(3);
  });

  it('knows which checks found something, and whether they still do', async () => {
    let isFound = true;
    const finding: Check = {
      id: 'clock',
      group: 'computer',
      needs: ['clock'],
      judge: () => (isFound ? warn('clock-wrong') : pass()),
    };
    const all = bench(gatherersOf(), [finding]);
    all.diagnostician.start('target-1');
    await all.clock.advance(100);
    expect(all.diagnostician.checksThatFound('target-1', 'clock-wrong')).toEqual(['clock']);
    expect(all.diagnostician.checksThatFound('target-2', 'clock-wrong')).toEqual([]);
    expect(all.diagnostician.observed('clock-wrong', ['clock'])).toMatchObject({ stands: true });
    isFound = false;
    const seenAt = all.clock.monotonic();
    all.diagnostician.recheck('target-1', ['clock']);
    await all.clock.advance(100);
    expect(all.diagnostician.observed('clock-wrong', ['clock'])).toEqual({ stands: false, seenAt });
  });

  it('forgets a run with its target, and counts on', async () => {
    const all = bench();
    all.diagnostician.start('target-1');
    all.diagnostician.forget();
    await all.clock.advance(20_000);
    expect(all.diagnostician.diagnosis()).toBeUndefined();
    all.diagnostician.start('target-1');
    await all.clock.advance(100);
    expect(all.diagnostician.diagnosis()).toMatchObject({ number: 2, state: 'ended' });
  });

  it('knows no target that is not watched, and tells nobody anything once it was stopped', async () => {
    const all = bench();
    all.diagnostician.start('target-9');
    await all.clock.advance(100);
    expect(all.shown).toEqual([]);
    all.diagnostician.start('target-1');
    const before = all.shown.length;
    all.diagnostician.stop();
    await all.clock.advance(20_000);
    expect(all.shown).toHaveLength(before);
  });
});

function wait<Id extends 'disk'>(
  clock: VirtualClock,
  ms: number,
  id: Id,
): Promise<{ kind: 'known'; value: (typeof WELL)[Id] }> {
  return new Promise((resolve) => void clock.after(ms, () => resolve({ kind: 'known', value: WELL[id] })));
}
