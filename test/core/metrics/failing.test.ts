import { describe, expect, it } from 'vitest';
import { burnRate } from '../../../core/metrics/burn-rate.ts';
import { courseOf, type Counted } from './pages.ts';

type Step = readonly [minutes: number, requests: number, errors: number];

/** Pages from so many new requests and errors in each stretch of minutes; 'restart' begins the counters anew. */
function after(...steps: readonly (Step | 'restart')[]): ReturnType<typeof courseOf> {
  let [minute, requests, errors] = [0, 0, 0];
  const pages: (readonly [number, Counted])[] = [[0, { requests, errors }]];
  for (const step of steps) {
    if (step === 'restart') [requests, errors] = [0, 0];
    else {
      minute += step[0];
      requests += step[1];
      errors += step[2];
      pages.push([minute, { requests, errors }]);
    }
  }
  return courseOf(...pages);
}

describe('requests that fail behind a healthy proxy', () => {
  const BURST: Step = [1, 6, 6];

  it.each<[string, boolean, readonly (Step | 'restart')[]]>([
    ['no request at all', false, [[1, 0, 0]]],
    ['all well', false, [[1, 50, 0]]],
    ['a burst of failures', true, [BURST]],
    ['four failures are few', false, [[1, 4, 4]]],
    [
      'half of all, over some minutes',
      true,
      [
        [1, 4, 2],
        [1, 4, 2],
        [1, 4, 2],
      ],
    ],
    ['less than half', false, [[1, 100, 49]]],
    [
      'failures that lie apart',
      false,
      [
        [1, 3, 3],
        [10, 0, 0],
        [1, 3, 3],
      ],
    ],
    [
      'failures, and the newest worked',
      false,
      [
        [1, 4, 4],
        [1, 1, 1],
        [1, 3, 0],
      ],
    ],
    ['a burst, then silence: nobody was helped', true, [BURST, [1, 0, 0], [20, 0, 0], [40, 0, 0]]],
    ['a burst, then one that works', false, [BURST, [1, 0, 0], [1, 1, 0]]],
    ['a burst, then more of the same', true, [BURST, [1, 1, 1], [1, 2, 1]]],
    ['a burst, then a restart', false, [BURST, 'restart', [1, 2, 1]]],
    ['more errors than requests', true, [[1, 2, 9]]],
    ['errors without requests', false, [[1, 0, 9]]],
  ])('%s: %s', (_what, failing, steps) => {
    expect(after(...steps).failing).toBe(failing);
  });
});

describe('how many times the usual errors it is', () => {
  const hours = (requests: number, errors: number): readonly Step[] =>
    Array.from({ length: 4 }, () => [30, requests, errors] as const);
  const now = (requests: number, errors: number): readonly Step[] =>
    Array.from({ length: 30 }, () => [1, requests, errors] as const);

  it.each<[string, number | undefined, readonly Step[]]>([
    ['as usual', undefined, [...hours(500, 10), ...now(10, 0)]],
    ['twelve times', 12, [...hours(500, 10), ...now(100, 24)]],
    ['five times is no news', undefined, [...hours(500, 10), ...now(100, 10)]],
    ['usually none: one in a hundred stands for it', 7, [...hours(500, 0), ...now(100, 7)]],
    ['nothing is known of what is usual', undefined, now(100, 50)],
    ['too little is known of what is usual', undefined, [...hours(20, 0), ...now(100, 50)]],
    ['few errors', undefined, [...hours(500, 0), ...now(0, 0), [1, 4, 4]]],
    [
      'over by now',
      undefined,
      [...hours(500, 0), ...now(100, 24), ...Array.from({ length: 6 }, (): Step => [1, 100, 0])],
    ],
    ['begun only now', undefined, [...hours(500, 0), ...now(100, 0), [1, 100, 20]]],
  ])('%s: %s', (_what, times, steps) => {
    const rate = burnRate(after(...steps));
    expect(rate === undefined ? undefined : Math.round(rate)).toBe(times);
  });
});
