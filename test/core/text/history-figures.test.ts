import { expect, it } from 'vitest';
import { availabilityOf } from '../../../core/history/availability.ts';
import { english } from '../../../core/text/english.ts';
import { historyFigures } from '../../../core/text/history-figures.ts';

const HOUR = 3_600_000;

it('sums up a span', () => {
  const availability = availabilityOf([0, HOUR, 2 * HOUR], 2 * HOUR, [[HOUR / 2, 0, HOUR / 4, HOUR / 4]], 3);
  expect(historyFigures(availability, english)).toEqual([
    { label: 'Uptime', value: '66.66%' },
    { label: 'Watched', value: '37.5%' },
    { label: 'Incidents', value: '3' },
    { label: 'Down', value: '15 min' },
    { label: 'Degraded', value: '–' },
    { label: 'Paused', value: '15 min' },
  ]);
});

it('claims nothing of a time that nobody saw', () => {
  const values = historyFigures(availabilityOf([0, HOUR], HOUR, [], 0), english).map(({ value }) => value);
  expect(values).toEqual(['–', '0%', '0', '–', '–', '–']);
});
