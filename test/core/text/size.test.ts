import fc from 'fast-check';
import { expect, it } from 'vitest';
import { size } from '../../../core/text/size.ts';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [999.6, '1 kB'],
  [1_000, '1 kB'],
  [1_234, '1.2 kB'],
  [99_940, '99.9 kB'],
  [99_960, '100 kB'],
  [823_400_000, '823 MB'],
  [999_600_000, '1 GB'],
  [12_345_678_901, '12.3 GB'],
  [2 ** 60, '1153 PB'],
  [-1, '0 B'],
  [Number.NaN, '0 B'],
  [Infinity, '0 B'],
])('%d bytes are %s', (bytes, text) => {
  expect(size(bytes, 'en')).toBe(text);
});

it('is a number with a unit, whatever is counted', () => {
  fc.assert(
    fc.property(fc.double({ max: 1e18 }), (bytes) => {
      expect(size(bytes, 'en')).toMatch(/^\d{1,4}(?:\.\d)? (?:B|[kMGTP]B)$/);
    }),
  );
});
