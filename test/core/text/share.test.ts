import fc from 'fast-check';
import { expect, it } from 'vitest';
import { english } from '../../../core/text/english.ts';
import { german } from '../../../core/text/german/german.ts';
import { share } from '../../../core/text/share.ts';

it.each([
  [0, '0%'],
  [0.5, '50%'],
  [0.9986, '99.86%'],
  [0.29, '29%'],
  [0.999_999, '99.99%'],
  [1, '100%'],
])('%d is %s', (value, text) => {
  expect(share(value, english)).toBe(text);
});

it('is written as the language does', () => {
  expect(share(0.9986, german)).toBe('99,86\u00a0%');
});

it('is never called all where it is less', () => {
  const less = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(less, (value) => {
      expect(share(value, english)).not.toBe('100%');
    }),
  );
});
