import { expect, it } from 'vitest';
import { timeJump } from '../../../core/monitor/time-jump.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

it.each([
  ['an ordinary wait', 4_000, 4_000, { kind: 'none' }],
  ['a busy computer', 7_000, 7_000, { kind: 'none' }],
  ['a frozen process', 60_000, 60_000, { kind: 'slept' }],
  ['a suspend, in which the monotonic clock stands still', 8 * HOUR, 4_000, { kind: 'slept' }],
  ['a weekend asleep', 3 * DAY, 4_000, { kind: 'slept' }],
  ['a clock set back by a day', -DAY + 4_000, 4_000, { kind: 'clock-set', by: -DAY }],
  ['a clock set forth by 400 days', 400 * DAY + 4_000, 4_000, { kind: 'clock-set', by: 400 * DAY }],
  ['daylight saving time, which epoch time does not know', 4_000, 4_000, { kind: 'none' }],
])('%s', (_name, wall, monotonic, jump) => {
  expect(timeJump(wall, monotonic, 4_000)).toEqual(jump);
});
