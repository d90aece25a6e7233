import { describe, expect, it } from 'vitest';
import type { Traffic } from '../../../core/metrics/traffic.ts';
import { chinese } from '../../../core/text/chinese/chinese.ts';
import { english } from '../../../core/text/english.ts';
import { german } from '../../../core/text/german/german.ts';
import { japanese } from '../../../core/text/japanese/japanese.ts';
import { trafficText } from '../../../core/text/traffic-text.ts';

const NOTHING: Traffic = {
  at: 0,
  windowMs: 60_000,
  errorTypes: [],
  countsProbes: false,
  course: [undefined, undefined, 0],
  failing: false,
};

const MUCH: Traffic = {
  ...NOTHING,
  windowMs: 1_799_000,
  requestsPerMinute: 12.44,
  errorShare: 0.0032,
  errorTypes: [
    { name: 'timeout', count: 3 },
    { name: '', count: 2 },
    { name: '429', count: 1 },
  ],
  p50: { value: 850.4, beyond: false },
  p95: { value: 1_900, beyond: false },
  p99: { value: 10_000, beyond: true },
  active: 2,
  countsProbes: true,
  course: [undefined, 4, 1_234.5, 12.4],
};

const valuesOf = (traffic: Partial<Traffic>): readonly string[] =>
  trafficText({ ...NOTHING, ...traffic }, english).figures.map(({ value }) => value);

describe('traffic in words', () => {
  it('has three figures, where they come from, and what is behind them', () => {
    expect(trafficText(MUCH, english)).toEqual({
      figures: [
        { value: '12.4', label: 'requests / min', detail: '2 under way · may include our own checks' },
        { value: '1.9 s', label: 'p95 latency', detail: 'p50 850 ms · p99 > 10 s' },
        { value: '0.3%', label: 'errors', detail: 'timeout: 3 · 429: 1' },
      ],
      source: 'from /metrics · last 30 min',
      spoken:
        'Requests a minute: from 4 to 1,235, at the end 12.4. 2 under way · may include our own checks · p50 850 ms · p99 > 10 s · timeout: 3 · 429: 1',
    });
  });

  it('has dashes for what nobody told', () => {
    const { figures, source, spoken } = trafficText({ ...NOTHING, windowMs: 0, course: [undefined] }, english);
    expect(figures.map(({ value, detail }) => [value, detail])).toEqual([
      ['–', ''],
      ['–', ''],
      ['–', ''],
    ]);
    expect([source, spoken]).toEqual(['from /metrics · counting …', 'Requests a minute: nothing counted yet.']);
  });

  it.each([
    [0, 0, '0', '0%'],
    [0.04, 0.0004, '0', '< 0.1%'],
    [99.94, 0.5, '99.9', '50%'],
    [99.96, 0.9999, '100', '100%'],
    [4_321.9, 1, '4,322', '100%'],
  ])('%d a minute, %d failed: %s and %s', (requestsPerMinute, errorShare, requests, errors) => {
    expect(valuesOf({ requestsPerMinute, errorShare })).toEqual([requests, '–', errors]);
  });

  it.each([
    [0.2, '1 ms'],
    [999.4, '999 ms'],
    [999.6, '1 s'],
    [59_940, '59.9 s'],
    [125_000, '125 s'],
  ])('%d ms: %s', (value, text) => {
    expect(valuesOf({ p95: { value, beyond: false } })[1]).toBe(text);
  });

  it.each([
    ['de', german, ['12,4', '1,9 s', '0,3\u00a0%']],
    ['zh', chinese, ['12.4', '1.9 秒', '0.3%']],
    ['ja', japanese, ['12.4', '1.9 秒', '0.3%']],
  ] as const)('%s writes numbers in its own way', (_language, texts, values) => {
    expect(trafficText(MUCH, texts).figures.map(({ value }) => value)).toEqual(values);
  });
});
