import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { readSettings } from '../../../core/settings.ts';
import { worstFirst, type Snapshot, type TargetView } from '../../../core/snapshot.ts';
import { english } from '../../../core/text/english.ts';
import { sharing } from '../../../core/text/sharing.ts';
import { headline } from '../../../core/text/target-lines.ts';
import { systemClock } from '../../../engine/clock.ts';
import { exitCodeOf } from '../../../engine/command-line/exit-codes.ts';
import { settled } from '../../../engine/command-line/settle.ts';
import { holdConnection } from '../../../engine/probe/held-connection.ts';
import { startMonitor } from '../../../engine/start-monitor.ts';
import { rawAnswer } from '../../fixtures/raw-answer.ts';
import { fixture } from '../../fixtures/read.ts';
import type { Options } from '../../simulator/options.ts';
import { SCENARIOS, type ScenarioName } from '../../simulator/scenarios.ts';
import { startSimulator, type Simulator } from '../../simulator/simulator.ts';
import { home, run } from './pilot-light.ts';

interface State {
  readonly scenario: ScenarioName;
  readonly options?: Options;
}

// Those that are the same each time that they are asked.
const MOVING: ReadonlySet<string> = new Set(['slow', 'hanging', 'flapping', 'dying', 'restarting']);

function scenarios(): readonly State[] {
  const names = Object.keys(SCENARIOS).filter((name): name is ScenarioName => !MOVING.has(name));
  return names.map((scenario) => ({ scenario }));
}

/** What real proxies answered, served again. */
function captures(): readonly State[] {
  const folder = new URL('../../fixtures/captures', import.meta.url);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.http'));
  return names.map((name) => {
    const { status, headers, body } = rawAnswer(fixture(`captures/${name}`), '/health');
    const options = { status, body, type: headers.contentType ?? 'text/plain' };
    return { scenario: 'healthy', options };
  });
}

function combinations(): readonly State[] {
  return ['healthy', 'unhealthy', 'degraded', 'error', 'HEALTHY', ''].flatMap((overall) =>
    ['healthy', 'unhealthy', 'error'].flatMap((cli) =>
      ['healthy', 'unauthenticated'].flatMap((auth) =>
        [200, 503].flatMap((status) =>
          [true, false].map((loggedIn): State => ({
            scenario: 'healthy',
            options: { overall, cli, auth, status, loggedIn },
          })),
        ),
      ),
    ),
  );
}

const STATES = [...scenarios(), ...captures(), ...combinations()];

const toldSchema = v.object({
  light: v.string(),
  targets: v.array(
    v.object({
      url: v.string(),
      light: v.string(),
      confirmed: v.boolean(),
      dialect: v.nullable(v.string()),
      findings: v.array(v.object({ id: v.string(), component: v.nullable(v.string()) })),
      components: v.record(v.string(), v.object({ light: v.string() })),
    }),
  ),
});

const where = home();
const simulators: Simulator[] = [];
let snapshot: Snapshot;

beforeAll(async () => {
  simulators.push(...(await Promise.all(STATES.map((state) => startSimulator(state)))));
  const targets = simulators.map(({ url }) => ({ url }));
  where.settings({ targets });
  const monitor = startMonitor({
    settings: readSettings({ targets }),
    platform: 'linux',
    appVersion: '0',
    clock: systemClock,
    connect: (url, onLost) => holdConnection({ url, onLost, clock: systemClock }),
    onError: (error) => {
      throw error;
    },
  });
  snapshot = await settled({ monitor, clock: systemClock });
  monitor.stop();
}, 40_000);
afterAll(async () => {
  await Promise.all(simulators.map((simulator) => simulator.close()));
  where.remove();
});

const essence = ({ url, light, confirmed, report, findings }: TargetView): object => ({
  url,
  light,
  confirmed,
  dialect: report?.dialect ?? null,
  findings: findings.map(({ id, component }) => ({ id, component: component ?? null })),
  components: Object.fromEntries((report?.components ?? []).map(({ id, health }) => [id, { light: health }])),
});

describe(`the command line and the monitor of the app, over ${STATES.length} states`, () => {
  it('are at least 200, of every light, and sure of each', () => {
    expect(STATES.length).toBeGreaterThanOrEqual(200);
    expect(new Set(snapshot.targets.map(({ light }) => light))).toEqual(
      new Set(['healthy', 'degraded', 'down', 'unknown']),
    );
    expect(snapshot.targets.filter(({ confirmed }) => !confirmed).map(essence)).toEqual([]);
  });

  it('say the same to programs', async () => {
    const { code, stdout } = await run(['status', '--json'], where);
    const told = v.parse(toldSchema, JSON.parse(stdout));
    expect(told.targets).toEqual(snapshot.targets.map(essence));
    expect({ light: told.light, code }).toEqual({ light: snapshot.light, code: exitCodeOf(snapshot.light) });
  }, 40_000);

  it('say the same to people, and to Nagios', async () => {
    const [{ stdout: table }, { stdout: nagios }] = await Promise.all([
      run(['status'], where),
      run(['status', '--format', 'nagios'], where),
    ]);
    const [share, ...rows] = table.split('\n').filter((line) => !/^ |^$/.test(line));
    expect(share).toBe(sharing(snapshot, english));
    const words = { healthy: 'OK', degraded: 'WARNING', down: 'CRITICAL', unknown: 'UNKNOWN', paused: 'UNKNOWN' };
    const [, ...lines] = nagios.trimEnd().split('\n');
    for (const [i, target] of worstFirst(snapshot.targets).entries()) {
      expect(rows[i]).toContain(` ${english.lights[target.light]} `);
      expect(rows[i]).toContain(headline(target, english));
    }
    for (const [i, target] of snapshot.targets.entries()) {
      expect(lines[i]).toContain(`${words[target.light]} - ${headline(target, english)}`);
    }
    expect(rows).toHaveLength(STATES.length);
  }, 40_000);
});
