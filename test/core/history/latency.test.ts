import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bucketOf,
  LAST_BUCKET,
  latencyOf,
  merged,
  NO_ANSWERS,
  withAnswer,
  type Histogram,
} from '../../../core/history/latency.ts';

const histogramOf = (durations: readonly number[]): Histogram => durations.reduce(withAnswer, NO_ANSWERS);
const durations = fc.array(fc.double({ min: 0, max: 200_000, noNaN: true }), { maxLength: 60 });

describe('the buckets', () => {
  it('ascend, and take in every duration', () => {
    expect([0, 0.5, 0.51, 1, 4, 1_000, 60_000, 1e9, Infinity].map(bucketOf)).toEqual([
      0,
      0,
      1,
      4,
      12,
      44,
      68,
      LAST_BUCKET,
      LAST_BUCKET,
    ]);
    fc.assert(
      fc.property(fc.double({ min: 0, noNaN: true }), fc.double({ min: 0, noNaN: true }), (a, b) => {
        expect(bucketOf(Math.min(a, b))).toBeLessThanOrEqual(bucketOf(Math.max(a, b)));
      }),
    );
  });
});

describe('adding up', () => {
  it('gives the same in any order, and loses nothing', () => {
    fc.assert(
      fc.property(durations, durations, durations, (a, b, c) => {
        const [x, y, z] = [histogramOf(a), histogramOf(b), histogramOf(c)];
        const whole = histogramOf([...a, ...b, ...c]);
        expect(merged(merged(x, y), z)).toEqual(whole);
        expect(merged(x, merged(z, y))).toEqual(whole);
        expect(latencyOf(whole)?.count ?? 0).toBe(a.length + b.length + c.length);
      }),
    );
  });
});

describe('percentiles', () => {
  it('are nothing without an answer', () => {
    expect(latencyOf(NO_ANSWERS)).toBeUndefined();
  });

  it('of a known distribution are wrong by one bucket at most', () => {
    // An exponential distribution with a mean of 40 ms: its percentiles are known exactly.
    const answers = Array.from({ length: 20_000 }, (_, i) => -40 * Math.log(1 - (i + 0.5) / 20_000));
    const { p50, p95, p99 } = latencyOf(histogramOf(answers)) ?? { p50: 0, p95: 0, p99: 0 };
    for (const [told, share] of [
      [p50, 0.5],
      [p95, 0.95],
      [p99, 0.99],
    ] as const) {
      expect(Math.abs(bucketOf(told) - bucketOf(-40 * Math.log(1 - share)))).toBeLessThanOrEqual(1);
    }
  });

  it('of any answers are wrong by one bucket at most, and ascend', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 60_000, noNaN: true }), { minLength: 1 }), (answers) => {
        const latency = latencyOf(histogramOf(answers)) ?? { p50: 0, p95: 0, p99: 0 };
        const sorted = answers.toSorted((a, b) => a - b);
        for (const [key, share] of [
          ['p50', 0.5],
          ['p95', 0.95],
          ['p99', 0.99],
        ] as const) {
          const exact = sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
          expect(Math.abs(bucketOf(latency[key]) - bucketOf(exact))).toBeLessThanOrEqual(1);
        }
        expect(latency.p50 <= latency.p95 && latency.p95 <= latency.p99).toBe(true);
      }),
    );
  });
});
