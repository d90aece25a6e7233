import { expect, it } from 'vitest';
import { english } from '../../../core/text/english.ts';
import { shortMoment } from '../../../core/text/short-moment.ts';

const NOW = new Date(2026, 10, 22, 12, 30).getTime();
const DAY = 86_400_000;

it.each([
  ['an hour ago', 3_600_000, /^11:30/],
  ['three days ago', 3 * DAY, /^Thu,? 12:30/],
  ['three weeks ago', 21 * DAY, /^Nov 1$/],
  ['a year ago', 365 * DAY, /^Nov 22, 2025$/],
] as const)('%s', (_name, agoMs, text) => {
  expect(shortMoment(NOW - agoMs, NOW, english)).toMatch(text);
});
