import { afterEach, describe, expect, it } from 'vitest';
import { judge } from '../../core/health/judge.ts';
import type { Health } from '../../core/health/light.ts';
import type { FindingId } from '../../core/health/finding.ts';
import type { Verdict } from '../../core/health/verdict.ts';
import { systemClock } from '../../engine/clock.ts';
import { probe } from '../engine/probe/probe.ts';
import { DOCUMENTED_PROBLEMS } from './bodies.ts';
import type { ScenarioName } from './scenarios.ts';
import { startSimulator, type Simulator, type SimulatorStart } from './simulator.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function play(start: SimulatorStart): Promise<Simulator> {
  const simulator = await startSimulator(start);
  closers.push(() => simulator.close());
  return simulator;
}

const DETAILED = '/health/detailed';

async function look({ url }: Simulator, path = DETAILED, deadlineMs = 2_000): Promise<Verdict> {
  return judge(await probe({ url, path, deadlineMs }, systemClock));
}

async function body({ url }: Simulator, path: string): Promise<string> {
  const result = await probe({ url, path, deadlineMs: 2_000 }, systemClock);
  return result.kind === 'answer' ? result.body : result.failure;
}

async function post(control: string, order: unknown): Promise<{ readonly status: number; readonly told: unknown }> {
  const response = await fetch(`${control}/scenario`, { method: 'POST', body: JSON.stringify(order) });
  return { status: response.status, told: await response.json() };
}

describe('the simulator', () => {
  it.each<readonly [ScenarioName, Health, FindingId | undefined]>([
    ['healthy', 'healthy', undefined],
    ['slow', 'healthy', undefined],
    ['unhealthy', 'down', 'cli-not-found'],
    ['cli-missing', 'down', 'cli-not-found'],
    ['signed-out', 'down', 'signed-out'],
    ['port-taken', 'down', 'port-taken'],
    ['cli-unhealthy', 'down', 'cli-broken'],
    ['unauthenticated', 'down', 'signed-out'],
    ['logged-out', 'down', 'signed-out'],
    ['degraded', 'degraded', 'reported-degraded'],
    ['error-500', 'down', 'reported-unhealthy'],
    ['stranger', 'down', 'stranger-answers'],
    ['refusing', 'down', 'proxy-not-running'],
    ['restarting', 'down', 'proxy-not-running'],
    ['basic-only', 'unknown', 'no-health-page'],
  ])('%s is judged %s (%s)', async (scenario, light, finding) => {
    const { light: seen, findings } = await look(await play({ scenario, options: { delay: 0 } }));
    expect([seen, findings[0]?.id]).toEqual([light, finding]);
  });

  it.each(Object.entries(DOCUMENTED_PROBLEMS))(
    '%s sends the documented body, byte for byte',
    async (name, expected) => {
      const simulator = await play({ scenario: 'healthy' });
      await simulator.switchTo(name === 'cli-missing' || name === 'signed-out' ? name : 'port-taken');
      expect(await body(simulator, DETAILED)).toBe(expected);
      expect(await body(simulator, '/health')).toBe(expected);
    },
  );

  it('basic-only has a healthy basic page', async () => {
    const simulator = await play({ scenario: 'basic-only' });
    expect(await look(simulator, '/health')).toMatchObject({ light: 'healthy', report: { basic: true } });
  });

  it('hanging takes the connection and says nothing', async () => {
    const simulator = await play({ scenario: 'hanging' });
    expect((await look(simulator, DETAILED, 150)).findings[0]?.id).toBe('not-responding');
  });

  it('a restart is over by itself, and the uptime begins anew', async () => {
    const simulator = await play({ scenario: 'healthy', options: { uptime: '2h 15m 30s' } });
    expect(await body(simulator, DETAILED)).toContain('"uptime":"2h 15m 3');
    await simulator.switchTo('restarting', { gone: 50 });
    expect((await look(simulator)).light).toBe('down');
    await expect.poll(async () => (await look(simulator)).light).toBe('healthy');
    expect(await body(simulator, DETAILED)).toMatch(/"uptime":"\ds"/);
  });

  it('dying is gone after a while, and says so once', async () => {
    let exits = 0;
    const simulator = await play({ scenario: 'dying', options: { after: 50 }, onExit: () => (exits += 1) });
    expect((await look(simulator)).light).toBe('healthy');
    await expect.poll(async () => (await look(simulator)).light).toBe('down');
    await expect.poll(() => exits).toBe(1);
  });

  it('flapping is well and unwell in turns', async () => {
    const simulator = await play({ scenario: 'flapping', options: { period: 60 } });
    const seen = new Set<string>();
    await expect.poll(async () => seen.add((await look(simulator)).light).size, { interval: 10 }).toBe(2);
    expect([...seen].toSorted()).toEqual(['down', 'healthy']);
  });

  it('free combinations are laid over a scenario', async () => {
    const options = { status: 503, cli: 'error', service: 'grafana', version: '9.9' };
    const told = await body(await play({ scenario: 'healthy', options }), DETAILED);
    expect(JSON.parse(told)).toMatchObject({
      service: 'grafana',
      version: '9.9',
      components: { claude_cli: { status: 'error' } },
    });
  });

  it('exposes the four documented metrics, and its counters grow', async () => {
    const simulator = await play({ scenario: 'healthy', options: { uptime: '1h' } });
    const total = async () =>
      Number(/^claude_proxy_requests_total (\d+)$/m.exec(await body(simulator, '/metrics'))?.[1]);
    const before = await total();
    expect(await total()).toBeGreaterThan(before);
    const text = await body(simulator, '/metrics');
    expect(text).toMatch(/^claude_proxy_request_duration_seconds_bucket\{le="\+Inf"\} \d+$/m);
    expect(text).toMatch(/^claude_proxy_errors_total\{type="timeout"\} \d+$/m);
    expect(text).toMatch(/^claude_proxy_claude_cli_status 1\n$/m);
    await simulator.switchTo('cli-missing');
    expect(await body(simulator, '/metrics')).toMatch(/^claude_proxy_claude_cli_status 0\n$/m);
  });

  it('is switched over its own port while it runs', async () => {
    const simulator = await play({ scenario: 'healthy', control: true });
    const { control = '' } = simulator;
    expect(new URL(control).port).not.toBe(String(simulator.port));
    const order = { scenario: 'signed-out', delay: 5 };
    expect(await post(control, order)).toEqual({
      status: 200,
      told: { scenario: 'signed-out', options: { delay: 5 } },
    });
    expect((await look(simulator)).findings[0]?.id).toBe('signed-out');
    expect(await (await fetch(`${control}/scenario`)).json()).toMatchObject({ scenario: 'signed-out' });
  });

  it.each([
    [{}],
    [[]],
    [{ scenario: 'nope' }],
    [{ scenario: 'healthy', colour: 'red' }],
    [{ scenario: 'healthy', delay: -1 }],
  ])('refuses the order %j and goes on as before', async (order) => {
    const simulator = await play({ scenario: 'healthy', control: true });
    expect((await post(simulator.control ?? '', order)).status).toBe(400);
    expect((await look(simulator)).light).toBe('healthy');
  });
});
