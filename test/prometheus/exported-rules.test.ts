import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { prometheusFiles } from '../../core/export/prometheus/prometheus-files.ts';
import { LIGHT_NUMBERS } from '../../core/export/prometheus/recording-rules.ts';
import { sourceOf } from '../core/export/sources.ts';
import { seriesOf, type Course, type Doing, type InputSeries } from './course.ts';
import { HAS_PROMETHEUS, promtool } from './programs.ts';

// Every alert that a person would hear of.
const LOUD = 'sum by (alertname) (ALERTS{alertstate="firing", severity!="info"})';
const EVERY = 'sum by (alertname) (ALERTS{alertstate="firing"})';
const EXPLAINED = 'ALERTS{alertstate="firing", alertname="PilotLightReportedUnhealthy"}';
const SILENCING = 'ALERTS{alertstate="firing", finding="signed-out"}';
const LIGHT = 'sum (pilot_light:light)';

interface Case {
  readonly name: string;
  readonly course: Course;
  /** What fires at which seconds. */
  readonly fires: readonly (readonly [second: number, ...alerts: string[]])[];
  readonly lights?: readonly (readonly [second: number, light: keyof typeof LIGHT_NUMBERS])[];
  readonly more?: readonly InputSeries[];
  readonly expression?: string;
}

const turns = (a: Doing, b: Doing, every: number, until: number): Course =>
  Array.from({ length: until / every }, (_none, i) => [i * every, i % 2 === 0 ? a : b] as const);

const NOT_RUNNING = 'PilotLightProxyNotRunning';
const FLAPPING = 'PilotLightFlapping';

const CASES: readonly Case[] = [
  {
    name: 'well: nothing fires, ever',
    course: [[0, 'well']],
    fires: [[30], [300], [600]],
    lights: [
      [60, 'healthy'],
      [600, 'healthy'],
    ],
  },
  {
    name: 'killed: fires after the third look, and rests after the second good one',
    course: [
      [0, 'well'],
      [61, 'gone'],
      [181, 'well'],
    ],
    fires: [[60], [68], [76, NOT_RUNNING], [180, NOT_RUNNING], [184, NOT_RUNNING], [192]],
    lights: [
      [60, 'healthy'],
      [64, 'down'],
      [180, 'down'],
      [220, 'healthy'],
    ],
  },
  {
    name: 'restarted within a second: nothing fires, even where a look falls into it',
    course: [
      [0, 'well'],
      [61, 'gone'],
      [62, 'well'],
    ],
    fires: [[64], [68], [72], [76], [80], [92], [120]],
    lights: [[120, 'healthy']],
  },
  {
    name: 'hangs: fires at the third silence',
    course: [
      [0, 'well'],
      [61, 'hanging'],
    ],
    fires: [[88], [112, 'PilotLightNotResponding'], [300, 'PilotLightNotResponding']],
  },
  {
    name: 'hangs for one answer only: nothing fires',
    course: [
      [0, 'well'],
      [61, 'hanging'],
      [76, 'well'],
    ],
    fires: [[80], [100], [120]],
  },
  {
    name: 'signed out: fires at the second look, beside what Alertmanager silences',
    course: [
      [0, 'well'],
      [61, 'signed-out'],
      [301, 'well'],
    ],
    fires: [[64], [120, 'PilotLightReportedUnhealthy', 'PilotLightSignedOut'], [400]],
    lights: [
      [120, 'down'],
      [400, 'healthy'],
    ],
  },
  {
    name: 'signed in again: what came of it is silenced until it has ended too',
    course: [
      [0, 'well'],
      [61, 'signed-out'],
      // Right after one question, and seven seconds before the other.
      [305, 'well'],
    ],
    expression: `${EXPLAINED} unless on (proxy, url) ${SILENCING}`,
    fires: Array.from({ length: 80 }, (_none, i) => [100 + 4 * i] as const),
  },
  {
    name: 'signed in again: an answer of before is no server error that nothing explains',
    course: [
      [0, 'well'],
      [61, 'signed-out'],
      [301, 'well'],
    ],
    expression: 'pilot_light:finding{finding="server-error"}',
    fires: Array.from({ length: 20 }, (_none, i) => [300 + 4 * i] as const),
  },
  {
    name: 'signed in again: nobody is silenced for longer',
    course: [
      [0, 'well'],
      [61, 'signed-out'],
      [301, 'well'],
    ],
    expression: EVERY.replace('sum', 'max'),
    fires: [[344, 'PilotLightJustOver'], [384]],
  },
  {
    name: 'the CLI is missing: so says the answer',
    course: [[0, 'cli-missing']],
    fires: [[120, 'PilotLightCliNotFound', 'PilotLightReportedUnhealthy']],
  },
  {
    name: 'the CLI is missing: so says the proxy’s own metric',
    course: [[0, 'well']],
    more: [
      { series: 'claude_proxy_claude_cli_status{proxy="Work", url="http://localhost:8000"}', values: '1x60 0x300' },
    ],
    fires: [[56], [64], [120, 'PilotLightCliNotFound']],
  },
  {
    name: 'degraded: a warning, and amber',
    course: [[0, 'degraded']],
    fires: [[120, 'PilotLightReportedDegraded']],
    lights: [[120, 'degraded']],
  },
  {
    name: 'slow: a hint that nobody is told, and green',
    course: [[0, 'slow']],
    fires: [[120, 'PilotLightSlowAnswer']],
    expression: EVERY,
    lights: [[120, 'healthy']],
  },
  {
    name: 'locked: grey, and nobody is told',
    course: [[0, 'locked']],
    fires: [[120, 'PilotLightLocked']],
    expression: EVERY,
    lights: [[120, 'unknown']],
  },
  {
    name: 'the login ends: fires three days before',
    course: [[0, 'well']],
    more: [
      {
        series: 'pilot_light_login_end_timestamp_seconds{proxy="Work", url="http://localhost:8000"}',
        values: `${3 * 86_400 + 200}x400`,
      },
    ],
    fires: [[196], [204, 'PilotLightSignInExpiresSoon'], [400, 'PilotLightSignInExpiresSoon']],
    lights: [[400, 'healthy']],
  },
  {
    name: 'fails and recovers again and again: said once, until it is steady',
    course: [
      [0, 'well'],
      ...turns('gone', 'well', 30, 420).map(([from, doing]) => [from + 60, doing] as const),
      [480, 'well'],
    ],
    fires: [[60], [120], [416, FLAPPING], [440, FLAPPING, NOT_RUNNING], [560, FLAPPING], [900]],
  },
];

const lastOf = (moments: readonly (readonly [number, ...unknown[]])[]): number =>
  Math.max(...moments.map(([second]) => second));

function testFile(cases: readonly Case[]): string {
  const tests = cases.map(({ name, course, fires, lights = [], more = [], expression = LOUD }) => ({
    name,
    interval: '1s',
    input_series: [...seriesOf(course, lastOf([...fires, ...lights])), ...more],
    promql_expr_test: [
      ...fires.map(([second, ...alerts]) => ({
        expr: expression,
        eval_time: `${second}s`,
        exp_samples: alerts.map((alert) => ({ labels: `{alertname="${alert}"}`, value: 1 })),
      })),
      ...lights.map(([second, light]) => ({
        expr: LIGHT,
        eval_time: `${second}s`,
        exp_samples: [{ labels: '{}', value: LIGHT_NUMBERS[light] }],
      })),
    ],
  }));
  return stringify({ rule_files: ['pilot-light.rules.yml'], evaluation_interval: '4s', tests }, { lineWidth: 0 });
}

describe.skipIf(!HAS_PROMETHEUS)('the exported rules, by promtool', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'exported-rules-'));
    for (const { name, text } of prometheusFiles(sourceOf({}))) writeFileSync(join(folder, name), text);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(CASES)('$name', (each) => {
    const path = join(folder, 'test.yml');
    writeFileSync(path, testFile([each]));
    expect(promtool(['test', 'rules', path])).toMatchObject({ code: 0, stderr: '' });
  });
});
