import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../engine/command-line/commands.ts';
import { startSimulator, type Simulator } from '../../simulator/simulator.ts';
import { ended, home } from './pilot-light.ts';

const BIN = fileURLToPath(new URL('../../../build/pilot-light.mjs', import.meta.url));
const where = home();
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ scenario: 'healthy' });
  where.settings({ targets: [{ name: 'My proxy', url: simulator.url }] });
  const bin = join(where.path, 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, 'pilot-light'), `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`);
  chmodSync(join(bin, 'pilot-light'), 0o755);
});
afterAll(async () => {
  await simulator.close();
  where.remove();
});

const examples = COMMANDS.flatMap(({ examples: all }) => all.map(({ line }) => line));

describe('the examples of the help', () => {
  it.each(examples)('%s', async (line) => {
    // The one thing that is not as it stands: the simulator has a port of its own.
    const typed = line.replaceAll('http://127.0.0.1:8000', simulator.url);
    const env = { ...where.env, PATH: `${join(where.path, 'bin')}:${where.env['PATH'] ?? ''}` };
    const { code, stderr } = await ended(spawn('sh', ['-c', typed], { env, cwd: where.path }));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('stand in the help of their command', async () => {
    const { commandHelp } = await import('../../../engine/command-line/help.ts');
    for (const command of COMMANDS) {
      const help = commandHelp(command).join('\n');
      for (const { line } of command.examples) expect(help).toContain(`  ${line}\n`);
    }
  });
});
