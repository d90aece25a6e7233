import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { readSettings } from '../../../core/settings.ts';
import { worstFirst, type Snapshot, type TargetView } from '../../../core/snapshot.ts';
import { english } from '../../../core/text/english.ts';
import { sharing } from '../../../core/text/sharing.ts';
import { headline } from '../../../core/text/target-lines.ts';
import { systemClock } from '../../../engine/clock.ts';
import { EXIT, exitCodeOf } from '../../../engine/command-line/exit-codes.ts';
import { settled } from '../../../engine/command-line/settle.ts';
import { holdConnection } from '../../../engine/probe/held-connection.ts';
import { readSettingsFile } from '../../../engine/settings-file.ts';
import { startSurvey } from '../../../engine/survey.ts';
import { startMonitor } from '../../../engine/start-monitor.ts';
import { rawAnswer } from '../../fixtures/raw-answer.ts';
import { fixture } from '../../fixtures/read.ts';
import type { Options } from '../../simulator/options.ts';
import { SCENARIOS, type ScenarioName } from '../../simulator/scenarios.ts';
import { startSimulator, type Simulator } from '../../simulator/simulator.ts';
import { heard, home, run, start, type Home } from './pilot-light.ts';

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

const SIMULATOR = fileURLToPath(new URL('../../../out/simulator/simulator.js', import.meta.url));

const STATES = [...scenarios(), ...captures(), ...combinations()];

const startedSchema = v.object({ url: v.string() });

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

/** What the app shows once it has looked several times, at the proxies and at the computer of this home. */
async function asTheAppSees(where: Home, targets: readonly { readonly url: string }[]): Promise<Snapshot> {
  where.settings({ targets });
  const survey = startSurvey({
    env: where.env,
    platform: 'linux',
    home: where.path,
    folder: where.path,
    clock: systemClock,
    machine: process.arch,
    notBefore: 0,
    settings: async () => readSettingsFile(where.settingsPath).fact,
    app: () => ({ version: '0', memoryBytes: 0, uptimeMs: 0, lastErrors: [] }),
  });
  const monitor = startMonitor({
    settings: readSettings({ targets }),
    platform: 'linux',
    appVersion: '0',
    clock: systemClock,
    surveyor: survey,
    connect: (url, onLost) => holdConnection({ url, onLost, clock: systemClock }),
    onError: (error) => {
      throw error;
    },
  });
  await settled({ monitor, clock: systemClock });
  // What it still says after another look is what it will go on saying.
  monitor.checkNow();
  await setTimeout(1_500);
  monitor.stop();
  survey.stop();
  return monitor.snapshot();
}

const simulators: Simulator[] = [];
async function playing(states: readonly State[]): Promise<readonly { readonly url: string }[]> {
  const started = await Promise.all(states.map((state) => startSimulator(state)));
  simulators.push(...started);
  return started.map(({ url }) => ({ url }));
}
afterAll(() => Promise.all(simulators.map((simulator) => simulator.close())));

async function toldToPrograms(
  where: Home,
): Promise<{ readonly told: v.InferOutput<typeof toldSchema>; readonly code: number }> {
  const { code, stdout } = await run(['status', '--json'], where);
  return { told: v.parse(toldSchema, JSON.parse(stdout)), code };
}

// Without the name of a program: where many are looked up at once on a busy machine, the time may be up before it is found.
const saying = (target: TargetView): string => headline(target, english).replace(/: .*/, '');

const essence = ({ url, light, confirmed, report, findings }: TargetView): object => ({
  url,
  light,
  confirmed,
  dialect: report?.dialect ?? null,
  findings: findings.map(({ id, component }) => ({ id, component: component ?? null })),
  components: Object.fromEntries((report?.components ?? []).map(({ id, health }) => [id, { light: health }])),
});

describe(`the command line and the monitor of the app, over ${STATES.length} states`, () => {
  const where = home();
  let snapshot: Snapshot;
  beforeAll(async () => {
    where.storeLogin();
    snapshot = await asTheAppSees(where, await playing(STATES));
  }, 40_000);
  afterAll(() => where.remove());
  it('are at least 200, of every light, and sure of each', () => {
    expect(STATES.length).toBeGreaterThanOrEqual(200);
    expect(new Set(snapshot.targets.map(({ light }) => light))).toEqual(
      new Set(['healthy', 'degraded', 'down', 'unknown']),
    );
    expect(snapshot.targets.filter(({ confirmed }) => !confirmed).map(essence)).toEqual([]);
  });

  it('say the same to programs', async () => {
    const { told, code } = await toldToPrograms(where);
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
      expect(rows[i]).toContain(saying(target));
    }
    for (const [i, target] of snapshot.targets.entries()) {
      expect(lines[i]).toContain(`${words[target.light]} - ${saying(target)}`);
    }
    expect(rows).toHaveLength(STATES.length);
  }, 40_000);
});

describe('on a computer on which nobody is signed in', () => {
  const where = home();
  // It looks for its login in this very home; those that this test plays have another one.
  const sharer = spawn(process.execPath, [SIMULATOR, 'healthy', '--port=0'], { env: where.env });
  let url: string;
  let snapshot: Snapshot;
  beforeAll(async () => {
    ({ url } = v.parse(startedSchema, JSON.parse(await heard(sharer)(/\n/))));
    const others = await playing([{ scenario: 'healthy' }, { scenario: 'stranger' }, { scenario: 'signed-out' }]);
    snapshot = await asTheAppSees(where, [{ url }, ...others]);
  }, 20_000);
  afterAll(() => {
    sharer.kill();
    where.remove();
  });

  it('the app is amber where the proxy uses that login, and names the holder of a port', () => {
    expect(snapshot.targets.map(({ light, findings: [root] }) => [light, root?.id, root?.evidence.pid])).toEqual([
      ['degraded', 'signed-out-here', undefined],
      ['healthy', 'signed-out-here', undefined],
      ['down', 'stranger-answers', process.pid],
      ['down', 'signed-out', undefined],
    ]);
  });

  it('status says the same, with the name', async () => {
    const [{ told }, { stdout }] = await Promise.all([toldToPrograms(where), run(['status'], where)]);
    expect(told.targets).toEqual(snapshot.targets.map(essence));
    for (const target of snapshot.targets) expect(stdout).toContain(headline(target, english));
  }, 20_000);

  it('wait does not take it for healthy, and watch is never sure that it is', async () => {
    const watching = start(['watch', '--json', '--url', url], where);
    const [waited, lines] = await Promise.all([
      run(['wait', '--timeout', '3', '--url', url], where),
      heard(watching)(/"degraded","confirmed":true/),
    ]);
    watching.kill();
    expect(waited).toMatchObject({ code: EXIT.degraded, stderr: expect.stringContaining('signed-out-here') });
    expect(lines).not.toContain('"healthy","confirmed":true');
  }, 20_000);
});
