import fc from 'fast-check';
import { expect, it } from 'vitest';
import { duration, secondsBetween } from '../../../core/text/duration.ts';
import { english } from '../../../core/text/english.ts';

it.each([
  [0, '0 s'],
  [0.9, '0 s'],
  [59, '59 s'],
  [60, '1 min'],
  [72, '1 min 12 s'],
  [8_130, '2 h 15 min'],
  [7_200, '2 h'],
  [90_000, '1 d 1 h'],
  [31 * 86_400, '31 d'],
  [-5, '0 s'],
  [Number.NaN, '0 s'],
  [Infinity, '0 s'],
])('%d s is %s', (seconds, text) => {
  expect(duration(seconds, english.units)).toBe(text);
});

it('never says nonsense, whatever the clocks do', () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), (from, to) => {
      expect(duration(secondsBetween(from, to), english.units)).toMatch(/^\d+ (?:s|min|h|d)(?: \d+ (?:s|min|h))?$/);
    }),
  );
});
