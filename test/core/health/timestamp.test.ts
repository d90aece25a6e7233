import { expect, it } from 'vitest';
import { readTimestamp } from '../../../core/health/timestamp.ts';

const JANUARY = Date.UTC(2024, 0, 15, 10, 30);

it.each([
  ['2024-01-15T10:30:00Z', JANUARY],
  ['2024-01-15T10:30:00.000Z', JANUARY],
  ['2024-01-15T11:30:00+01:00', JANUARY],
  ['2024-01-15T10:30:00.123456+00:00', JANUARY + 123],
  [JANUARY, JANUARY],
  [JANUARY / 1000, JANUARY],
])('%j is a moment', (value, ms) => {
  expect(readTimestamp(value)).toBe(ms);
});

it.each(['2024-01-15T10:30:00', 'yesterday', '+275760-09-13T00:00:00Z', '1/15/2024', '', null, -1, 0, 5, 1e300, {}])(
  'input 43: %j is none',
  (value) => {
    expect(readTimestamp(value)).toBeUndefined();
  },
);
