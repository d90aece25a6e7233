import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { follow, type Course } from '../../../core/metrics/course.ts';
import { readMeters } from '../../../core/metrics/meters.ts';
import { PARTS, trafficOf, type Traffic } from '../../../core/metrics/traffic.ts';
import { courseOf, type Counted } from './pages.ts';

const NOW = Date.UTC(2026, 10, 22);

function traffic(...pages: readonly (readonly [number, Counted])[]): Traffic {
  return trafficOf(courseOf(...pages), NOW);
}

function follows(...pages: readonly string[]): Course | undefined {
  return pages.reduce<Course | undefined>((course, page, at) => {
    const meters = readMeters(page, '/');
    return meters === undefined ? course : follow(course, { at: at * 60_000, meters });
  }, undefined);
}

const requestsOf = (course: Course | undefined): readonly number[] | undefined =>
  course?.intervals.map(({ requests }) => requests);

describe('the figures of a course', () => {
  it('begin with the second page, and are none before', () => {
    const first = traffic([0, { requests: 5_000, buckets: [1, 2, 3] }]);
    expect(first).toEqual({
      at: NOW,
      windowMs: 0,
      errorTypes: [],
      course: Array.from({ length: PARTS }, () => undefined),
      countsProbes: expect.any(Boolean),
      failing: false,
    });
    expect(traffic([0, { requests: 5_000 }], [1, { requests: 5_012 }])).toMatchObject({
      at: NOW,
      windowMs: 60_000,
      requestsPerMinute: 12,
      errorShare: 0,
      errorTypes: [],
    });
  });

  it('are of the window alone', () => {
    const pages = Array.from({ length: 61 }, (_, minute) => [minute, { requests: minute < 31 ? 0 : minute }] as const);
    expect(traffic(...pages)).toMatchObject({ windowMs: 30 * 60_000, requestsPerMinute: 2 });
  });

  it('count from zero after a restart, series by series', () => {
    expect(traffic([0, { requests: 1_000, errors: 7 }], [1, { requests: 20, errors: 9 }])).toMatchObject({
      requestsPerMinute: 20,
      errorTypes: [{ name: 'timeout', count: 2 }],
    });
  });

  it('tell percentiles of what was new, and of buckets that began anew', () => {
    const seen = traffic(
      [0, { requests: 100, buckets: [100, 100, 100] }],
      [1, { requests: 110, buckets: [105, 110, 110] }],
      [2, { requests: 4, buckets: [0, 2, 4] }],
    );
    // 14 requests: 5 up to 100 ms, 7 up to 1 s, 2 beyond. The seventh is two sevenths into the second bucket.
    expect(seen.p50?.value).toBeCloseTo(100 + (900 * 2) / 7, 9);
    expect([seen.p95, seen.p99]).toEqual([
      { value: 1_000, beyond: true },
      { value: 1_000, beyond: true },
    ]);
  });

  it('have no share of errors, and no percentiles, without requests', () => {
    const seen = traffic([0, { requests: 5, buckets: [5, 5, 5] }], [1, { requests: 5, buckets: [5, 5, 5] }]);
    expect(seen.requestsPerMinute).toBe(0);
    expect(Object.keys(seen)).not.toEqual(expect.arrayContaining(['errorShare']));
    expect(seen.p50).toBeUndefined();
  });

  it('have a course in thirty parts, empty where nobody looked', () => {
    const course = traffic([0, { requests: 0 }], [2, { requests: 10 }], [3, { requests: 7 }]).course;
    expect(course.length).toBe(PARTS);
    expect(course.slice(0, 27)).toEqual(Array.from({ length: 27 }, () => undefined));
    expect(course.slice(27)).toEqual([5, 5, 7]);
  });

  it('never count a page twice, or one that comes out of order', () => {
    expect(courseOf([1, { requests: 5 }], [1, { requests: 9 }]).intervals).toEqual([]);
  });
});

describe('what comes and goes between pages', () => {
  it('a first error counts, though its series was not there before', () => {
    expect(
      follows(
        '# TYPE p_errors_total counter\np_requests_total 4\n',
        'p_requests_total 5\np_errors_total{type="a"} 1\n',
      )?.intervals.map(({ errors }) => errors),
    ).toEqual([1]);
  });

  it('another family than before begins to be watched, without a leap', () => {
    expect(
      requestsOf(follows('long_p_requests_total 4\n', 'p_requests_total 5000\n', 'p_requests_total 5003\n')),
    ).toEqual([0, 3]);
  });

  it('errors by status and in a family of their own are not added up', () => {
    const page = (ok: number, failed: number, errors: number): string =>
      `p_requests_total{status="200"} ${ok}\np_requests_total{status="500"} ${failed}\np_errors_total ${errors}\n`;
    const [first] = follows(page(10, 1, 1), page(15, 4, 3))?.intervals ?? [];
    expect(first).toMatchObject({ requests: 8, errors: 3, errorTypes: new Map([['500', 3]]) });
  });

  it('more kinds of errors than anybody reads are bounded', () => {
    const page = Array.from({ length: 500 }, (_, at) => `p_errors_total{type="t${at}"} ${at + 1}\n`).join('');
    const course = follows('p_requests_total 1\n', `p_requests_total 2\n${page}`);
    expect(course?.intervals[0]?.errorTypes.size).toBe(50);
    const told = course && trafficOf(course, NOW)?.errorTypes;
    expect(told?.length).toBe(5);
  });
});

describe('a course of any pages', () => {
  const step = fc.record({ seconds: fc.integer({ min: 1, max: 4_000 }), grown: fc.nat(500), restarts: fc.boolean() });

  it('counts each request that a page still tells once, and remembers only so much', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 300 }), (steps) => {
        let [minute, count] = [0, 0];
        const pages = steps.map(({ seconds, grown, restarts }) => {
          minute += seconds / 60;
          count = restarts ? grown : count + grown;
          return [minute, { requests: count }] as const;
        });
        const course = courseOf([0, { requests: 0 }], ...pages);
        const sum = [...course.intervals, ...course.past].reduce((total, { requests }) => total + requests, 0);
        const grown = steps.reduce((total, each) => total + each.grown, 0);
        expect(sum).toBeLessThanOrEqual(grown);
        expect(sum === grown || minute >= 24 * 60 || steps.some(({ restarts }) => restarts)).toBe(true);
        expect(course.intervals.length).toBeLessThanOrEqual(240);
        expect(course.past.length).toBeLessThanOrEqual(25);
        const view = trafficOf(course, NOW);
        expect(view.course.every((part) => part === undefined || part >= 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
