import { describe, expect, it } from 'vitest';
import type { OwnUsage } from '../../../core/contract.ts';
import { english } from '../../../core/text/english.ts';
import { german } from '../../../core/text/german/german.ts';
import { usagePairs } from '../../../core/text/own-usage.ts';

const NOW: OwnUsage = { processes: 4, memoryBytes: 182_400_000, cpuMs: 9_400, uptimeMs: 3_600_000, requests: 12_034 };
const BEFORE: OwnUsage = { ...NOW, cpuMs: 9_385, uptimeMs: 3_598_000 };

const values = (...measured: Parameters<typeof usagePairs>): readonly string[] =>
  usagePairs(...measured).map(([, value]) => value);

describe('what the program costs', () => {
  it('has a unit with every number', () => {
    expect(usagePairs(NOW, BEFORE, english)).toEqual([
      ['Memory', '182 MB · 4 processes'],
      ['CPU now', '0.8% of one core'],
      ['CPU since the start', '9 s · 0.3% of one core'],
      ['Requests sent', '12,034'],
    ]);
    expect(values(NOW, BEFORE, german)).toEqual([
      '182 MB · 4 Prozesse',
      '0,8\u00a0% eines Kerns',
      '9 s · 0,3\u00a0% eines Kerns',
      '12.034',
    ]);
  });

  it('waits for a second measurement before it tells of the moment, and for the first with everything', () => {
    expect(values(undefined, undefined, english)).toEqual(['…', '…', '…', '…']);
    expect(values(NOW, undefined, english)[1]).toBe('…');
  });

  it('says nothing absurd when a process ends, or no time has passed', () => {
    expect(values({ ...NOW, cpuMs: 100 }, BEFORE, english)[1]).toBe('0.0% of one core');
    expect(values(BEFORE, BEFORE, english)[1]).toBe('0.0% of one core');
    expect(values({ ...NOW, processes: 1 }, undefined, english)[0]).toBe('182 MB · 1 process');
  });
});
