import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSimulator, type Simulator } from '../../simulator/simulator.ts';
import { BIN, ended, heard, home, start } from './pilot-light.ts';

const where = home();
where.storeLogin();
let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ scenario: 'healthy' });
});
afterEach(() => simulator.close());
afterAll(() => where.remove());

describe('pilot-light watch in a pipe', () => {
  it('writes a line whenever something has changed', async () => {
    const child = start(['watch', '--url', simulator.url], where);
    const end = ended(child);
    const hears = heard(child);
    await hears(/● Healthy {2}Everything is healthy/);
    await simulator.switchTo('signed-out');
    await hears(/✖ Down {2}Claude is signed out/);
    child.kill('SIGINT');
    const { code, stdout, stderr } = await end;
    expect({ code, stderr }).toEqual({ code: 130, stderr: '' });
    expect(stdout).toMatch(/^\d\d:\d\d:\d\d {2}● Healthy.*\n\d\d:\d\d:\d\d {2}✖ Down.*\n$/);
  });

  it('writes JSON with the time at which it was seen, also what is not sure yet', async () => {
    const child = start(['watch', '--json', '--url', simulator.url], where);
    const end = ended(child);
    const hears = heard(child);
    await hears(/"healthy","confirmed":true/);
    await simulator.switchTo('cli-missing');
    await hears(/"down","confirmed":true/);
    child.kill('SIGTERM');
    const { code, stdout } = await end;
    expect(code).toBe(143);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ light, targets }) => [light, targets[0].confirmed])).toEqual([
      ['healthy', false],
      ['healthy', true],
      ['down', false],
      ['down', true],
    ]);
    for (const { at } of lines) expect(new Date(at).toISOString()).toBe(at);
  });

  it.each(["throw new Error('planned')", "Promise.reject(new Error('planned'))"])(
    'ends as what could not be done, not as an amber light, by %s',
    async (surprise) => {
      const script = join(where.path, 'surprise.cjs');
      writeFileSync(script, `setTimeout(() => { ${surprise}; }, 300);`);
      const env = { ...where.env, NODE_OPTIONS: `--require="${script}"` };
      const { code, stderr } = await ended(start(['watch', '--url', simulator.url], { ...where, env }));
      expect(code).toBe(69);
      expect(stderr).toContain('planned');
    },
  );

  it('takes over changes of the settings at once', async () => {
    const other = await startSimulator({ scenario: 'degraded' });
    where.settings({ targets: [{ name: 'First', url: simulator.url }] });
    const child = start(['watch'], where);
    const end = ended(child);
    const hears = heard(child);
    await hears(/First/);
    where.settings({ targets: [{ name: 'Second', url: other.url }] });
    await hears(/▲ Degraded.*Second/);
    child.kill('SIGHUP');
    expect((await end).code).toBe(129);
    await other.close();
  });

  it('ends when nobody reads any more, without a word', async () => {
    const child = start(['watch', '--json', '--url', simulator.url], where);
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    await heard(child)(/"confirmed":true/);
    child.stdout.destroy();
    await simulator.switchTo('signed-out');
    const [code]: unknown[] = await once(child, 'exit');
    expect({ code, stderr }).toEqual({ code: 141, stderr: '' });
  });
});

describe.skipIf(process.platform !== 'linux')('pilot-light watch on a terminal', () => {
  it('changes only what has changed, and gives the cursor back', async () => {
    const line = `"${process.execPath}" "${BIN}" watch --url ${simulator.url}`;
    // A terminal of its own, of 100 columns.
    const child = spawn('script', ['-qec', `stty cols 100; exec ${line}`, '/dev/null'], {
      env: { ...where.env, TERM: 'xterm' },
    });
    const hears = heard(child);
    await hears(/Everything is healthy/);
    await simulator.switchTo('signed-out');
    await hears(/confirming[\s\S]*for 2 s[\s\S]*for 3 s/);
    const end = once(child, 'close');
    // As Ctrl-C does it.
    child.stdin.write('\u0003');
    const stdout = await hears(/\[\?25h/);
    expect((await end)[0]).toBe(130);
    expect(stdout.startsWith('\u001B[?2026h\u001B[?25l')).toBe(true);
    expect(stdout).toContain('\u001B[?25h');
    expect(stdout).toContain('\u001B[31m✖\u001B[39m');
    // Never the whole screen, and the line of the remedy, which stays, only once.
    expect(stdout).not.toContain('\u001B[2J');
    expect(stdout.split('→ Open a terminal and sign in')).toHaveLength(2);
  });
});
