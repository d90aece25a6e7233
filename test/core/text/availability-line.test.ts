import { expect, it } from 'vitest';
import { availabilityOf } from '../../../core/history/availability.ts';
import { availabilityLine } from '../../../core/text/availability-line.ts';
import { english } from '../../../core/text/english.ts';
import { german } from '../../../core/text/german/german.ts';

const EDGES = [0, 1_000, 2_000];

it('tells the share of the observed time, and to the ear how much that was', () => {
  const half = availabilityOf(EDGES, 2_000, [[900, 0, 100, 0]], 1);
  expect(availabilityLine(half, 'day', english)).toEqual({
    line: '90% · last 24 h · 1 incident',
    spoken: 'Last 24 hours: up 90% of the time that was watched, 50% watched, 1 incident',
  });
  expect(availabilityLine(half, 'week', german).spoken).toBe(
    'Letzte 7 Tage: 90\u00a0% der beobachteten Zeit verfügbar, 50\u00a0% beobachtet, 1 Störung',
  );
});

it('names incidents only where there are any', () => {
  const well = availabilityOf(EDGES, 2_000, [[1_000, 0, 0, 0]], 0);
  expect(availabilityLine(well, 'hour', english).line).toBe('100% · last hour');
});

it('names no share of what nobody saw', () => {
  const unseen = availabilityOf(EDGES, 2_000, [], 0);
  expect(availabilityLine(unseen, 'year', english)).toEqual({
    line: 'Not watched · last year',
    spoken: 'Last year: not watched',
  });
});
