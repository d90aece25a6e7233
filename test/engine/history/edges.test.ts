import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { edgesOf } from '../../../engine/history/edges.ts';

const HOUR_MS = 3_600_000;
const zone = process.env['TZ'];

const local = (edge: number): string => {
  const at = new Date(edge);
  return `${at.getFullYear()}-${at.getMonth() + 1}-${at.getDate()} ${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
};
const lengths = (edges: readonly number[]): readonly number[] =>
  edges.slice(1).map((edge, i) => edge - (edges[i] ?? 0));

describe.each(['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'Asia/Kathmandu'])(
  'the cells of every span in %s',
  (name) => {
    beforeAll(() => {
      process.env['TZ'] = name;
    });
    afterAll(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });

    it.each([
      ['hour', 60],
      ['day', 48],
      ['week', 56],
      ['month', 30],
      ['year', 52],
    ] as const)('of a %s are %i, ascend, and end around now', (span, cells) => {
      // Through both changes of the clock, at odd times.
      for (let day = 0; day < 366; day += 1) {
        const now = Date.UTC(2026, 0, 1) + day * 24 * HOUR_MS + ((day * 7_654_321) % (24 * HOUR_MS));
        const edges = edgesOf(span, now);
        expect([edges.length, Math.min(...lengths(edges)) > 0]).toEqual([cells + 1, true]);
        expect([(edges.at(-2) ?? 0) <= now, (edges.at(-1) ?? 0) > now]).toEqual([true, true]);
      }
    });
  },
);

describe('the cells of days', () => {
  beforeAll(() => {
    process.env['TZ'] = 'Europe/Berlin';
  });
  afterAll(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });
  const afterSpring = Date.UTC(2026, 2, 31, 10);

  it('begin at midnight on the wall, also when the clocks change', () => {
    const edges = edgesOf('month', afterSpring);
    expect(edges.slice(-4).map(local)).toEqual(['2026-3-29 0:00', '2026-3-30 0:00', '2026-3-31 0:00', '2026-4-1 0:00']);
    expect(lengths(edges).slice(-3)).toEqual([23 * HOUR_MS, 24 * HOUR_MS, 24 * HOUR_MS]);
  });

  it('of a week are of three hours; those of a year begin on Mondays', () => {
    expect(edgesOf('week', afterSpring).slice(-3).map(local)).toEqual([
      '2026-3-31 9:00',
      '2026-3-31 12:00',
      '2026-3-31 15:00',
    ]);
    expect(edgesOf('year', afterSpring).map((edge) => new Date(edge).getDay())).toEqual(
      Array.from({ length: 53 }, () => 1),
    );
  });
});
