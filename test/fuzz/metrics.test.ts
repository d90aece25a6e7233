import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { follow } from '../../core/metrics/course.ts';
import { readMeters } from '../../core/metrics/meters.ts';
import { trafficOf } from '../../core/metrics/traffic.ts';
import { pageOf } from '../core/metrics/pages.ts';
import { rawAnswer } from '../fixtures/raw-answer.ts';
import { fixture } from '../fixtures/read.ts';
import { mutated } from './mutations.ts';

const RUNS = 3_000;
// Another seed for each run finds more; a failure prints the one that found it.
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);

const PAGES: readonly string[] = [
  fixture('metrics/ccproxy-0.2.10.txt'),
  rawAnswer(fixture('captures/meridian-1.40.0/metrics-after-error.http'), '/metrics').body.slice(0, 1_500),
  pageOf({ requests: 5, errors: 1, buckets: [1, 2, 5] }),
  'a_requests_total{x="\\\\\\"\\n"} 1e3 1 # {t="u"} 0.5 1.5\n# EOF',
];

const UNSAFE = /[\p{C}]/u;

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe(`three thousand damaged pages of metrics (FUZZ_SEED=${seed})`, () => {
  it('input 45: are read or not, and never give a figure that is none, nor an unsafe character', () => {
    fc.assert(
      fc.property(mutated(PAGES), mutated(PAGES), (first, second) => {
        const course = [first, second].reduce<ReturnType<typeof follow> | undefined>((before, page, at) => {
          const meters = readMeters(page, '/');
          return meters === undefined ? before : follow(before, { at: at * 60_000, meters });
        }, undefined);
        const traffic = course && trafficOf(course, 0);
        expect(numbersIn(traffic).every((value) => value >= 0 && value < Infinity)).toBe(true);
        expect(traffic?.errorTypes.some(({ name }) => UNSAFE.test(name)) ?? false).toBe(false);
        expect(JSON.stringify(traffic ?? {}).length).toBeLessThan(3_000);
      }),
      { numRuns: RUNS, seed },
    );
  });

  it('input 45: text of any kind is no page, or one without end', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('_requests_total', '{', '}', '"', '\\', '\n', ' 1', '# TYPE ', '='),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(() => readMeters(pieces.join(''), '/')).not.toThrow();
      }),
      { numRuns: RUNS, seed },
    );
  });
});
