import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { EXIT } from '../../../engine/command-line/exit-codes.ts';
import type { ScenarioName } from '../../simulator/scenarios.ts';
import { startSimulator, type Simulator } from '../../simulator/simulator.ts';
import { home, run } from './pilot-light.ts';

const where = home();
const simulators: Simulator[] = [];
afterEach(async () => {
  await Promise.all(simulators.splice(0).map((simulator) => simulator.close()));
});
afterAll(() => where.remove());

async function playing(scenario: ScenarioName, options = {}): Promise<string> {
  const simulator = await startSimulator({ scenario, options });
  simulators.push(simulator);
  return simulator.url;
}

describe('pilot-light status', () => {
  it.each([
    ['healthy', EXIT.healthy, 'Everything is healthy'],
    ['basic-only', EXIT.healthy, 'The proxy answers'],
    ['degraded', EXIT.degraded, 'Degraded'],
    ['cli-missing', EXIT.down, 'Claude CLI'],
    ['refusing', EXIT.down, 'The proxy is not running'],
    ['stranger', EXIT.down, 'Another program'],
  ] as const)('ends with the code of the light: %s', async (scenario, code, words) => {
    const ended = await run(['status', '--url', await playing(scenario)], where);
    expect(ended).toMatchObject({ code, stderr: '' });
    expect(ended.stdout).toContain(words);
  });

  it('prints one line of JSON, after the verdict is confirmed', async () => {
    const url = await playing('signed-out');
    const { code, stdout, stderr } = await run(['status', '--json', '--url', url], where);
    expect({ code, stderr, lines: stdout.split('\n').length }).toEqual({ code: EXIT.down, stderr: '', lines: 2 });
    expect(JSON.parse(stdout)).toEqual({
      light: 'down',
      targets: [
        {
          name: url,
          url,
          light: 'down',
          confirmed: true,
          dialect: 'documented-error',
          version: null,
          findings: [{ id: 'signed-out', component: null }],
          components: {},
        },
      ],
    });
  });

  it('tells the components with what they told', async () => {
    const url = await playing('healthy', { uptime: '2h 15m 30s', version: '3.1' });
    where.storeLogin();
    const { stdout } = await run(['status', '--json', '--url', url], where);
    expect(JSON.parse(stdout)).toMatchObject({
      light: 'healthy',
      targets: [
        {
          dialect: 'documented',
          version: '3.1',
          findings: [],
          components: {
            claude_cli: { light: 'healthy', version: '2.0.0', role: 'required' },
            api_server: { light: 'healthy', uptimeSeconds: 8_130 },
            authentication: { light: 'healthy', signedIn: true },
          },
        },
      ],
    });
    expect(stdout).not.toContain('@');
  });

  it('asks the targets of the settings, and tells the worst first, and how many share its trouble', async () => {
    const [good, bad] = [await playing('healthy'), await playing('cli-missing')];
    where.settings({
      targets: [
        { name: 'Good', url: good },
        { name: 'Bad', url: bad },
      ],
    });
    const { code, stdout } = await run(['status'], where);
    expect(code).toBe(EXIT.down);
    expect(stdout.split('\n').filter((line) => /Good|Bad|proxies/.test(line))).toEqual([
      '1 of 2 proxies is down',
      expect.stringMatching(/^✖ Down {5}Bad {3}/),
      expect.stringMatching(/^● Healthy {2}Good {2}Everything is healthy · Good/),
    ]);
  });

  it('says which setting cannot be used, beside the output', async () => {
    where.settings('{\n  "interval": -1\n}');
    const ended = await run(['status', '--json', '--url', await playing('healthy')], where);
    expect(ended.code).toBe(EXIT.healthy);
    expect(ended.stderr).toMatch(/settings\.json \(line 2\): interval cannot be used/);
  });

  it.each([
    [['status', '--url', 'nonsense'], /--url needs an address/],
    [['status', '--url'], /'--url <value>' argument missing/],
    [['status', '--nonsense'], /Unknown option '--nonsense'/],
    [['status', 'more'], /takes no "more"/],
    [['nonsense'], /no command "nonsense"/],
    [[], /Which command/],
  ])('refuses %j', async (args, why) => {
    const ended = await run(args, where);
    expect(ended).toMatchObject({ code: EXIT.usage, stdout: '' });
    expect(ended.stderr).toMatch(why);
    expect(ended.stderr.split('\n')).toHaveLength(2);
  });
});
