import { mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { startSimulator, type Simulator } from '../../simulator/simulator.ts';
import { home, run, type Ended } from './pilot-light.ts';

const where = home();
let simulator: Simulator;
let folder = '';
let count = 0;

beforeAll(async () => {
  simulator = await startSimulator({ scenario: 'basic-only' });
  where.settings({ targets: [{ name: 'Basic', url: simulator.url }, { url: 'http://127.0.0.1:1' }] });
});
beforeEach(() => {
  count += 1;
  folder = join(where.path, `exported ${count}`);
});
afterAll(async () => {
  await simulator.close();
  where.remove();
});

const exported = (...args: readonly string[]): Promise<Ended> => run(['export', ...args], where);
const PROMETHEUS = ['prometheus.yml', 'pilot-light.rules.yml', 'blackbox.yml', 'alertmanager.yml'];

describe('pilot-light export', () => {
  it('writes the files into a folder that it makes, and names them', async () => {
    const { code, stdout, stderr } = await exported('prometheus', folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trim().split('\n')).toEqual(PROMETHEUS.map((name) => join(folder, name)));
    expect(readdirSync(folder).toSorted()).toEqual(PROMETHEUS.toSorted());
    // oxlint-disable-next-line no-bitwise
    expect(statSync(join(folder, 'prometheus.yml')).mode & 0o777).toBe(0o644);
  });

  it('asks each proxy where it has its health page, and says what it had to assume', async () => {
    await exported('prometheus', folder);
    const text = readFileSync(join(folder, 'prometheus.yml'), 'utf8');
    expect(text).toContain('1 of 2 proxies did not answer');
    expect(text).toContain(`${simulator.url}/health\n`);
    const { stdout } = await exported('kubernetes', '--url', simulator.url);
    expect(parse(stdout)).toMatchObject({
      spec: {
        template: {
          spec: { containers: [{ readinessProbe: { httpGet: { path: '/health', port: simulator.port } } }] },
        },
      },
    });
  });

  it('writes its own files again', async () => {
    await exported('grafana', folder);
    expect(await exported('grafana', folder)).toMatchObject({ code: 0, stderr: '' });
  });

  it('writes nothing where one file is somebody else’s, unless told to', async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'alertmanager.yml'), 'route: mine\n');
    const { code, stdout, stderr } = await exported('prometheus', folder);
    expect({ code, stdout }).toEqual({ code: 69, stdout: '' });
    expect(stderr).toContain('alertmanager.yml was not written by Pilot Light');
    expect(readdirSync(folder)).toEqual(['alertmanager.yml']);
    expect(await exported('prometheus', folder, '--force')).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'alertmanager.yml'), 'utf8')).toContain('Written by Pilot Light');
  });

  it('follows no link, and takes what stands for a folder for no folder', async () => {
    mkdirSync(folder);
    const elsewhere = join(folder, 'elsewhere');
    writeFileSync(elsewhere, '# Written by Pilot Light.\n');
    symlinkSync(elsewhere, join(folder, 'pilot-light.prom'));
    expect(await exported('metrics', folder)).toMatchObject({ code: 69, stdout: '' });
    expect(await exported('metrics', elsewhere)).toMatchObject({ code: 69, stdout: '' });
    expect(readFileSync(elsewhere, 'utf8')).toBe('# Written by Pilot Light.\n');
  });

  it.each(['prometheus', 'grafana', 'kubernetes', 'systemd', 'metrics'])(
    'prints what it would write: %s',
    async (kind) => {
      const { code, stdout } = await exported(kind);
      expect(code).toBe(0);
      expect(stdout).toContain('Written by Pilot Light');
    },
  );

  it.each([['nagios'], ['__proto__'], [], ['grafana', 'a', 'b']])('refuses what there is not: %j', async (...args) => {
    expect(await exported(...args)).toMatchObject({ code: 64, stdout: '' });
  });

  it('names itself in the unit, with a command that there is', async () => {
    const { stdout } = await exported('systemd', '-');
    const [, line = ''] = /^ExecStart=:(.*)$/m.exec(stdout) ?? [];
    expect(line).toMatch(new RegExp(`^"${process.execPath}" ".*pilot-light\\.cjs" watch --notify$`));
    expect((await run(['watch', '--help'], where)).stdout).toContain('--notify');
  });
});
