import { expect, it } from 'vitest';
import { spanReaching } from '../../../core/history/span-reaching.ts';

const HOUR = 3_600_000;

it.each([
  [0, 'hour'],
  [HOUR, 'day'],
  [23 * HOUR, 'day'],
  [24 * HOUR, 'week'],
  [10 * 24 * HOUR, 'month'],
  [29 * 24 * HOUR, 'year'],
  [900 * 24 * HOUR, 'year'],
  [-HOUR, 'hour'],
])('%d ms ago lie in the last %s', (agoMs, span) => {
  expect(spanReaching(1e12 - agoMs, 1e12)).toBe(span);
});
