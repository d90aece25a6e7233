import { afterAll, afterEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { CHECK_IDS } from '../../../core/diagnosis/check.ts';
import { EXIT } from '../../../engine/command-line/exit-codes.ts';
import { startSimulator, type Simulator } from '../../simulator/simulator.ts';
import { home, run } from './pilot-light.ts';

const where = home();
let simulator: Simulator;
afterEach(() => simulator.close());
afterAll(() => where.remove());

const checkSchema = v.object({ check: v.picklist(CHECK_IDS), state: v.string() });

describe('pilot-light doctor', () => {
  it('tells every check, the root cause and what to do', async () => {
    simulator = await startSimulator({ scenario: 'cli-missing' });
    const { code, stdout, stderr } = await run(['doctor', '--url', simulator.url], where);
    expect({ code, stderr }).toEqual({ code: EXIT.down, stderr: '' });
    expect(stdout).toMatch(/^✔ Proxy answers {2}\/health\/detailed/m);
    expect(stdout).toContain('\nRoot cause\n✖ The Claude CLI is missing\n');
    expect(stdout).toMatch(/^ {2}1\. Install the Claude CLI: /m);
  });

  it('prints each check as a line of JSON, and what they come to', async () => {
    simulator = await startSimulator({ scenario: 'signed-out' });
    const { stdout } = await run(['doctor', '--json', '--url', simulator.url], where);
    const lines: unknown[] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({ light: 'down', state: 'ended' });
    const checks = lines.slice(0, -1).map((line) => v.parse(checkSchema, line).check);
    // Those about a desktop are none of a terminal's business.
    const all = CHECK_IDS.filter((id) => id !== 'tray-host' && id !== 'notifications');
    expect(new Set(checks)).toEqual(new Set(all));
  });

  it('runs one check alone', async () => {
    simulator = await startSimulator({ scenario: 'healthy' });
    const ended = await run(['doctor', '--json', '--only', 'response-time', '--url', simulator.url], where);
    expect(ended.code).toBe(0);
    expect(
      ended.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { check: 'response-time', group: 'proxy', state: 'pass', finding: null, because: null, ms: expect.any(Number) },
      { light: 'healthy', state: 'ended', findings: [] },
    ]);
    expect(await run(['doctor', '--only', 'nonsense'], where)).toMatchObject({ code: EXIT.usage });
  });
});

describe('pilot-light report', () => {
  it('writes what the app writes, without what is private here', async () => {
    simulator = await startSimulator({ scenario: 'signed-out' });
    const { code, stdout } = await run(['report', '--url', simulator.url], where);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# Pilot Light report\n/);
    expect(stdout).toContain('Claude is signed out (`signed-out`)');
    expect(stdout).toContain('## Diagnostics');
    expect(stdout).not.toContain(where.path);
  });
});
