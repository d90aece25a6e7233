import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/simulator.ts';
import { ended, home, installed } from './pilot-light.ts';

const page = (name: string): string => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');
const PAGES = ['monitoring.md', 'settings.md'] as const;

// What the tools of others say of the files is in test/prometheus.
const linesOf = (name: string): readonly string[] =>
  [...page(name).matchAll(/^```sh\n(.*?)^```/gms)]
    .flatMap(([, block = '']) => block.trim().split('\n'))
    .filter((line) => line.startsWith('pilot-light '));
const where = home();
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ scenario: 'healthy' });
  where.settings({ targets: [{ url: simulator.url }] });
});
afterAll(async () => {
  await simulator.close();
  where.remove();
});

describe.each(PAGES)('docs/%s', (name) => {
  it.each(linesOf(name))('%s', async (line) => {
    const typed = line.replaceAll('http://127.0.0.1:8000', simulator.url);
    const env = installed(where);
    const { code, stderr } = await ended(spawn('sh', ['-c', typed], { env, cwd: where.path }));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

it('docs/monitoring.md names every file that there is then', () => {
  const files = readdirSync(join(where.path, 'monitoring'));
  expect(files.length).toBeGreaterThan(5);
  for (const name of files) expect(page('monitoring.md')).toContain(`\`${name}\``);
});
