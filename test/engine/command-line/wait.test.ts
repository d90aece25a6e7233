import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { EXIT } from '../../../engine/command-line/exit-codes.ts';
import type { ScenarioName } from '../../simulator/scenarios.ts';
import { startSimulator, type Simulator } from '../../simulator/simulator.ts';
import { ended, home, run, start } from './pilot-light.ts';

const where = home();
const simulators: Simulator[] = [];
afterEach(async () => {
  await Promise.all(simulators.splice(0).map((simulator) => simulator.close()));
});
afterAll(() => where.remove());

async function playing(scenario: ScenarioName, options = {}): Promise<Simulator> {
  const simulator = await startSimulator({ scenario, options });
  simulators.push(simulator);
  return simulator;
}

describe('pilot-light wait', () => {
  it('ends with 0 once the proxy is healthy, and says nothing', async () => {
    const simulator = await playing('refusing');
    const child = start(['wait', '--timeout', '15', '--url', simulator.url], where);
    const end = ended(child);
    setTimeout(() => void simulator.switchTo('healthy'), 700);
    expect(await end).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('waits for a failure until it is sure', async () => {
    const simulator = await playing('cli-missing');
    const ending = await run(['wait', '--for', 'down', '--timeout', '15', '--json', '--url', simulator.url], where);
    expect(ending.code).toBe(0);
    expect(JSON.parse(ending.stdout)).toMatchObject({ light: 'down', targets: [{ confirmed: true }] });
  });

  it.each([
    ['cli-missing', 'healthy', EXIT.down],
    ['degraded', 'healthy', EXIT.degraded],
    // Health is no failure, and still it is not what was waited for.
    ['healthy', 'down', EXIT.unavailable],
  ] as const)('says when the time is up: %s is not %s', async (scenario, wanted, code) => {
    const { url } = await playing(scenario);
    const ending = await run(['wait', '--for', wanted, '--timeout', '0.8', '--url', url], where);
    expect(ending).toMatchObject({ code, stdout: '' });
    expect(ending.stderr).toMatch(new RegExp(`^pilot-light: not ${wanted} within 0.8 s: ${url} is `));
  });

  it('waits for all proxies of the settings', async () => {
    const [good, late] = [await playing('healthy'), await playing('signed-out')];
    where.settings({ targets: [{ url: good.url }, { url: late.url }] });
    const end = ended(start(['wait', '--timeout', '15'], where));
    setTimeout(() => void late.switchTo('healthy'), 700);
    expect(await end).toMatchObject({ code: 0 });
  });

  it.each(['0', '-1', 'soon', '1e3', '86401', ''])('refuses --timeout=%s', async (timeout) => {
    expect(await run(['wait', `--timeout=${timeout}`], where)).toMatchObject({ code: EXIT.usage, stdout: '' });
  });
});
