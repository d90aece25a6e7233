import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuiet } from '../../../core/monitor/quiet-hours.ts';

const at = (hours: number, minutes = 0): number => hours * 60 + minutes;

describe('isQuiet', () => {
  it('never, without quiet hours, or where both ends are the same', () => {
    expect(isQuiet(undefined, at(3))).toBe(false);
    expect(isQuiet({ from: '22:00', to: '22:00' }, at(22))).toBe(false);
  });

  it('from the first minute to the one before the last', () => {
    const siesta = { from: '12:30', to: '14:00' };
    expect([at(12, 29), at(12, 30), at(13, 59), at(14)].map((minute) => isQuiet(siesta, minute))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('goes over midnight', () => {
    const night = { from: '22:00', to: '07:00' };
    expect([at(21, 59), at(22), at(0), at(6, 59), at(7)].map((minute) => isQuiet(night, minute))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('with its ends exchanged it is quiet exactly when it was not', () => {
    const minute = fc.integer({ min: 0, max: 1_439 });
    const text = (of: number): string =>
      `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(minute, minute, minute, (from, to, now) => {
        fc.pre(from !== to);
        const one = isQuiet({ from: text(from), to: text(to) }, now);
        expect(isQuiet({ from: text(to), to: text(from) }, now)).toBe(!one);
      }),
    );
  });
});
