import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sharesLogin } from '../../../engine/ports/shares-login.ts';

const HOME = '/home/ada';
const PID = 4_121;

describe('whether a process uses the same login', () => {
  let proc: string;
  beforeEach(() => {
    proc = mkdtempSync(join(tmpdir(), 'proc-'));
    for (const [who, namespace] of [
      [String(PID), 'mnt:[1]'],
      ['self', 'mnt:[1]'],
    ] as const) {
      mkdirSync(join(proc, who, 'ns'), { recursive: true });
      symlinkSync(namespace, join(proc, who, 'ns', 'mnt'));
    }
  });
  afterEach(() => rmSync(proc, { recursive: true, force: true }));

  const withEnviron = (...entries: readonly string[]): Promise<boolean | undefined> => {
    writeFileSync(join(proc, String(PID), 'environ'), entries.map((entry) => `${entry}\0`).join(''));
    return sharesLogin(PID, proc, { HOME });
  };

  it.each([
    ['the same home', [`HOME=${HOME}`, 'PATH=/bin'], true],
    ['an empty key, which counts as none', [`HOME=${HOME}`, 'ANTHROPIC_API_KEY='], true],
    ['another home', ['HOME=/root'], false],
    ['no home', ['PATH=/bin'], false],
    ['a folder of its own', [`HOME=${HOME}`, 'CLAUDE_CONFIG_DIR=/srv/claude'], false],
    ['a key of its own', [`HOME=${HOME}`, 'ANTHROPIC_API_KEY=sk-ant-x'], false],
    ['a cloud', [`HOME=${HOME}`, 'CLAUDE_CODE_USE_BEDROCK=1'], false],
    ['lines that are none', [`HOME=${HOME}`, '', '=', 'nothing'], true],
  ])('%s', async (_what, entries, shares) => {
    expect(await withEnviron(...entries)).toBe(shares);
  });

  it('is not so in a container, and cannot be told of what may not be seen', async () => {
    rmSync(join(proc, 'self', 'ns', 'mnt'));
    symlinkSync('mnt:[2]', join(proc, 'self', 'ns', 'mnt'));
    expect(await withEnviron(`HOME=${HOME}`)).toBe(false);
    rmSync(join(proc, String(PID), 'environ'));
    expect(await sharesLogin(PID, proc, { HOME })).toBeUndefined();
  });

  it('is so in a namespace that shows the same folder, as a confined service sees it', async () => {
    rmSync(join(proc, 'self', 'ns', 'mnt'));
    symlinkSync('mnt:[2]', join(proc, 'self', 'ns', 'mnt'));
    const [home, other] = [join(proc, 'home'), join(proc, 'other')];
    mkdirSync(home);
    mkdirSync(join(other, home), { recursive: true });
    writeFileSync(join(proc, String(PID), 'environ'), `HOME=${home}\0`);
    const asked = (): Promise<boolean | undefined> => sharesLogin(PID, proc, { HOME: home });
    symlinkSync('/', join(proc, String(PID), 'root'));
    expect(await asked()).toBe(true);
    rmSync(join(proc, String(PID), 'root'));
    symlinkSync(other, join(proc, String(PID), 'root'));
    expect(await asked()).toBe(false);
  });

  it.runIf(process.platform === 'linux')('is seen of a real process', async () => {
    const env = { HOME, PATH: process.env['PATH'] };
    const child: ChildProcess = spawn('sleep', ['30'], { env });
    await once(child, 'spawn');
    expect(await sharesLogin(child.pid ?? 0, '/proc', env)).toBe(true);
    expect(await sharesLogin(child.pid ?? 0, '/proc', { HOME: '/home/other' })).toBe(false);
    child.kill('SIGKILL');
  });
});
