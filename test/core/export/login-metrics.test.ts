import { expect, it } from 'vitest';
import { exportTargets } from '../../../core/export/export-target.ts';
import { loginMetrics } from '../../../core/export/prometheus/login-metrics.ts';
import { readSettings } from '../../../core/settings.ts';

const { targets } = readSettings({ targets: [{ url: 'http://localhost:8000', name: 'a "b" \\ c' }] });
const exported = exportTargets(readSettings({ targets }), new Map());

it('tells when the login ends, in seconds, with the labels of the probes', () => {
  expect(loginMetrics(exported, 1_800_000_000_999).text.split('\n').slice(2)).toEqual([
    '# TYPE pilot_light_login_end_timestamp_seconds gauge',
    String.raw`pilot_light_login_end_timestamp_seconds{proxy="a \"b\" \\ c",url="http://localhost:8000"} 1800000000`,
    '',
  ]);
});

it('has no sample where no end is known', () => {
  expect(loginMetrics(exported, undefined).text).not.toMatch(/^pilot_light/m);
});
