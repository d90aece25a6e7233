import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plausibleUptime, readUptime } from '../../../core/health/uptime.ts';

describe('readUptime', () => {
  it.each([
    ['2h 15m 30s', 8130],
    ['0s', 0],
    ['45s', 45],
    ['3d 4h', 273_600],
    ['1d2h3m4s', 93_784],
    ['15m', 900],
  ])('%s', (text, seconds) => {
    expect(readUptime(text)).toBe(seconds);
  });

  it.each(['-1h', '99999999999h', '', ' ', '2 hours', '1h1h', '30s 2h', 8130, null, {}, Number.NaN])(
    'input 42: %j is not known',
    (value) => {
      expect(readUptime(value)).toBeUndefined();
    },
  );

  it('reads back every uptime that it could have been', () => {
    const part = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(part(9_999), part(23), part(59), part(59), (d, h, m, s) => {
        expect(readUptime(`${d}d ${h}h ${m}m ${s}s`)).toBe(d * 86_400 + h * 3_600 + m * 60 + s);
      }),
    );
  });

  it('never throws and never gives nonsense', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const seconds = readUptime(value);
        expect(seconds === undefined || seconds >= 0).toBe(true);
      }),
    );
  });
});

it('an uptime is plausible up to a century', () => {
  expect([0, 1.5, 3e9, 4e9, -1, Number.NaN, Infinity].map(plausibleUptime)).toEqual([
    0,
    1.5,
    3e9,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
