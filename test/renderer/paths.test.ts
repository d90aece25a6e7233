import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availabilityOf } from '../../core/history/availability.ts';
import type { Latency } from '../../core/history/latency.ts';
import type { Kept } from '../../core/history/states.ts';
import { latencyPaths } from '../../renderer/history/latency-paths.ts';
import { BAR_HEIGHT, BAR_STATES, barPaths, barWidth } from '../../renderer/parts/bar-paths.ts';

const CELL_MS = 1_000;

function bar(...cells: readonly Kept[]) {
  const edges = Array.from({ length: cells.length + 1 }, (_, i) => i * CELL_MS);
  return barPaths(availabilityOf(edges, cells.length * CELL_MS, cells, 0));
}

/** The blocks of a path: from which height to which. */
function blocks(path: string): readonly (readonly number[])[] {
  return [...path.matchAll(/M[\d.]+ ([\d.]+)h[\d.]+V([\d.]+)/g)].map(([, from, to]) => [Number(from), Number(to)]);
}

describe('a cell of the bar', () => {
  it.each([
    ['a whole column where it was up', [CELL_MS, 0, 0, 0], { up: [[0, 26]] }],
    ['a low stump where nobody looked', [0, 0, 0, 0], { gap: [[22, 26]] }],
    ['a dash where it was paused', [0, 0, 0, CELL_MS], { paused: [[11, 15]] }],
    ['a shorter column where it was degraded', [0, CELL_MS, 0, 0], { degraded: [[7, 26]] }],
    [
      'a broken column where it was down',
      [0, 0, CELL_MS, 0],
      {
        down: [
          [0, 15.5],
          [18, 26],
        ],
      },
    ],
    ['broken at its top where it was down for a moment', [999, 0, 1, 0], { down: [[0, 8]], up: [[10.5, 26]] }],
    ['what was seen, where nobody looked the rest of the time', [10, 0, 0, 0], { up: [[0, 26]] }],
  ] as const)('is %s', (_name, cell, expected) => {
    const paths = bar(cell);
    const drawn = BAR_STATES.flatMap((state) => (paths[state] === '' ? [] : [[state, blocks(paths[state])] as const]));
    expect(Object.fromEntries(drawn)).toEqual(expected);
  });

  it('lies within the drawing, whatever it was', () => {
    const ms = fc.integer({ min: 0, max: CELL_MS });
    fc.assert(
      fc.property(fc.array(fc.tuple(ms, ms, ms, ms), { maxLength: 60 }), (cells) => {
        const all = Object.values(bar(...cells)).join('');
        const drawn = blocks(all);
        expect(all).not.toMatch(/NaN|Infinity|undefined/);
        expect(drawn.length).toBeGreaterThanOrEqual(cells.length);
        for (const [from = NaN, to = NaN] of drawn) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(BAR_HEIGHT);
        }
        expect(barWidth(cells.length)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('the lines of the response time', () => {
  const answered = (p50: number, p95 = p50): Latency => ({ count: 1, p50, p95, p99: p95 });

  it('are not there where nothing was answered', () => {
    expect(latencyPaths([undefined, undefined])).toBeUndefined();
  });

  it('end at a round number, and break where nothing was answered', () => {
    const paths = latencyPaths([answered(10, 40), answered(20), undefined, answered(50)]);
    expect(paths?.topMs).toBe(50);
    expect(paths?.p50).toBe('M0.5 80.8L1.5 61.6M3.2 4.0h.6');
  });

  it('end no lower than their highest value', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 60_000, noNaN: true }), { minLength: 1 }), (values) => {
        const paths = latencyPaths(values.map((ms) => answered(ms)));
        expect(paths?.topMs).toBeGreaterThanOrEqual(Math.max(...values));
        expect(paths?.p95).not.toMatch(/NaN|-/);
      }),
    );
  });
});
