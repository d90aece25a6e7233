import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogramQuantile, type Bucket } from '../../../core/metrics/quantile.ts';

const buckets = (...pairs: readonly (readonly [number, number])[]): readonly Bucket[] =>
  pairs.map(([bound, count]) => ({ bound, count }));

describe('a quantile of buckets', () => {
  it.each([
    ['linear within the bucket', 0.5, buckets([0.1, 3], [0.2, 5], [Infinity, 7]), { value: 0.125, beyond: false }],
    ['from zero in the lowest', 0.25, buckets([100, 4], [Infinity, 4]), { value: 25, beyond: false }],
    ['to the bound of a bucket', 0.5, buckets([1, 5], [2, 10], [Infinity, 10]), { value: 1, beyond: false }],
    ['at least the greatest bound', 0.99, buckets([1, 5], [2, 5], [Infinity, 10]), { value: 2, beyond: true }],
    ['in any order', 0.5, buckets([Infinity, 4], [2, 4], [1, 0]), { value: 1.5, beyond: false }],
    ['over a count that falls', 0.5, buckets([1, 4], [2, 3], [3, 8], [Infinity, 8]), { value: 1, beyond: false }],
    ['with the lowest below zero', 0.1, buckets([-1, 4], [1, 4], [Infinity, 4]), { value: -1, beyond: false }],
    ['of nothing', 0.5, buckets(), undefined],
    ['of no observation', 0.5, buckets([1, 0], [Infinity, 0]), undefined],
    ['without an infinite bucket', 0.5, buckets([1, 1], [2, 2]), undefined],
    ['with the infinite bucket alone', 0.5, buckets([Infinity, 2]), undefined],
  ])('%s', (_how, q, given, expected) => {
    const found = histogramQuantile(q, given);
    expect(found && { ...found, value: Number(found.value.toFixed(9)) }).toEqual(expected);
  });

  it('is never further from the truth than its bucket is wide', () => {
    const bounds = fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 12 });
    const observed = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 200 });
    const share = fc.constantFrom(0.5, 0.95, 0.99);
    fc.assert(
      fc.property(bounds, observed, share, (unsorted, values, q) => {
        const finite = [...unsorted, 10_000].toSorted((a, b) => a - b);
        const counted = [...finite, Infinity].map((bound) => ({
          bound,
          count: values.filter((value) => value <= bound).length,
        }));
        const truth = values.toSorted((a, b) => a - b)[Math.ceil(q * values.length) - 1] ?? Number.NaN;
        const above = finite.find((bound) => bound >= truth) ?? Infinity;
        const below = finite.findLast((bound) => bound < truth) ?? 0;
        const estimate = histogramQuantile(q, counted)?.value ?? Number.NaN;
        expect(Math.abs(estimate - truth)).toBeLessThanOrEqual(above - below);
      }),
      { numRuns: 1_000 },
    );
  });
});
