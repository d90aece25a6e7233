import { expect, it } from 'vitest';
import type { RecordedMoment } from '../../../core/history/recorded-moment.ts';
import { english } from '../../../core/text/english.ts';
import { recordedMomentLine } from '../../../core/text/recorded-moment-line.ts';

const BEGAN = Date.UTC(2026, 10, 22, 9, 0);
const words = (moment: Omit<RecordedMoment, 'at'>, ms: number): readonly string[] => {
  const { headline, detail } = recordedMomentLine({ ...moment, at: BEGAN + ms }, BEGAN, english);
  return [headline, detail];
};

it.each([
  [{ light: 'healthy', confirmed: true }, -60_000, 'Healthy', '1 min before it began'],
  [
    { light: 'down', confirmed: false, root: { id: 'signed-out', severity: 'down', evidence: {} } },
    0,
    'Claude is signed out',
    'as it began · confirming…',
  ],
  [{ light: 'unknown', confirmed: true }, 999, 'Unknown', 'as it began'],
  [{ light: 'paused', confirmed: false }, 90_000, 'Paused', '1 min 30 s after it began'],
] as const)('%j, %i ms from the beginning', (moment, ms, headline, detail) => {
  expect(words(moment, ms)).toEqual([headline, detail]);
});
