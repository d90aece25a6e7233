import { describe, expect, it } from 'vitest';
import { changePercent, observe, STEADY, type Flapping } from '../../../core/monitor/flapping.ts';

const watch = (states: readonly boolean[], from: Flapping = STEADY): Flapping => states.reduce(observe, from);
const alternate = (count: number, period: number): readonly boolean[] =>
  Array.from({ length: count }, (_, i) => Math.floor(i / period) % 2 === 0);

describe('flapping, as Nagios counts it', () => {
  it('is 0 % for a steady state and about 100 % for one that changes with every probe', () => {
    expect(changePercent(alternate(21, 100))).toBe(0);
    expect(changePercent(alternate(21, 1))).toBeCloseTo(100, 5);
  });

  it('weighs a change that is new more than one that is old', () => {
    const oldest = [true, ...Array.from({ length: 20 }, () => false)];
    const newest = [...Array.from({ length: 20 }, () => false), true];
    expect(changePercent(oldest)).toBeCloseTo((0.8 / 20) * 100, 5);
    expect(changePercent(newest)).toBeCloseTo((1.2 / 20) * 100, 5);
  });

  it('begins above 30 % and ends below 20 %', () => {
    const unsteady = watch(alternate(21, 2));
    expect(unsteady.active).toBe(true);
    const calming = watch(
      Array.from({ length: 10 }, () => true),
      unsteady,
    );
    expect([changePercent(calming.history) >= 20, calming.active]).toEqual([true, true]);
    const calm = watch(
      Array.from({ length: 15 }, () => true),
      unsteady,
    );
    expect(calm.active).toBe(false);
  });

  it('is not begun by one outage', () => {
    expect(watch([...alternate(10, 100), false, false, false, true, true]).active).toBe(false);
  });

  it('remembers no more than it needs', () => {
    expect(watch(alternate(1_000, 3)).history.length).toBe(21);
  });
});
