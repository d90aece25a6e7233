import { copyFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../engine/command-line/commands.ts';
import { startSimulator, type Simulator } from '../../simulator/simulator.ts';
import { ended, heard, home, installed, start } from './pilot-light.ts';

const where = home();
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ scenario: 'healthy' });
  where.settings({ targets: [{ name: 'My proxy', url: simulator.url }] });
  const recording = new URL('../../fixtures/recordings/signed-out.json', import.meta.url);
  copyFileSync(recording, join(where.path, 'pilot-light-recording.json'));
});
afterAll(async () => {
  await simulator.close();
  where.remove();
});

const examples = COMMANDS.flatMap(({ examples: all }) => all);
const lines = (endless: boolean): readonly string[] =>
  examples.filter((each) => (each.endless ?? false) === endless).map(({ line }) => line);

// The one thing that is not as it stands: the simulator has a port of its own.
const asTyped = (line: string): string => line.replaceAll('http://127.0.0.1:8000', simulator.url);

describe('the examples of the help', () => {
  it.each(lines(false))('%s', async (line) => {
    const env = installed(where);
    const { code, stderr } = await ended(spawn('sh', ['-c', asTyped(line)], { env, cwd: where.path }));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it.each(lines(true))('%s, until Ctrl-C', async (line) => {
    const [, ...words] = asTyped(line).split(' ');
    const child = start(words, where);
    const end = ended(child);
    await heard(child)(/\n/);
    child.kill('SIGINT');
    expect(await end).toMatchObject({ code: 130, stderr: '' });
  });

  it('stand in the help of their command', async () => {
    const { commandHelp } = await import('../../../engine/command-line/help.ts');
    for (const command of COMMANDS) {
      const help = commandHelp(command).join('\n');
      for (const { line } of command.examples) expect(help).toContain(`  ${line}\n`);
    }
  });
});
