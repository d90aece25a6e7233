import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EXIT } from '../../../engine/command-line/exit-codes.ts';
import { home, run, type Ended, type Home } from './pilot-light.ts';

let where: Home;
beforeEach(() => {
  where = home();
});
afterEach(() => where.remove());

const config = (...args: readonly string[]): Promise<Ended> => run(['config', ...args], where);
const file = (): unknown => JSON.parse(readFileSync(where.settingsPath, 'utf8'));

describe('pilot-light config', () => {
  it('tells where the file of the app is', async () => {
    expect(await config('path')).toEqual({ code: 0, stdout: `${where.settingsPath}\n`, stderr: '' });
    expect(await config('path', '--folder', '/elsewhere')).toMatchObject({ stdout: '/elsewhere/settings.json\n' });
  });

  it('writes one key, privately, and leaves the others as they are', async () => {
    where.settings({ theirs: 1, language: 'de' });
    expect(await config('set', 'interval', '10')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(file()).toMatchObject({ theirs: 1, language: 'de', interval: 10 });
    expect(statSync(where.settingsPath).mode & 0o777).toBe(0o600);
    expect(await config('get', 'interval')).toMatchObject({ stdout: '10\n' });
    expect(await config('unset', 'interval')).toMatchObject({ code: 0 });
    expect(await config('get', 'interval')).toMatchObject({ stdout: '"auto"\n' });
  });

  it('loses nothing of what several write at once', async () => {
    const wanted = { interval: 10, reminders: 30, appearance: 'dark', language: 'de', metrics: false, confirmAfter: 3 };
    const all = Object.entries(wanted).map(([key, value]) => config('set', key, String(value)));
    for (const { code, stderr } of await Promise.all(all)) expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(file()).toMatchObject(wanted);
    expect(readdirSync(dirname(where.settingsPath))).toEqual(['settings.json']);
  });

  it('waits for who is writing, but not for ever, and not for who has died', async () => {
    where.settings({});
    const lock = `${where.settingsPath}.lock`;
    mkdirSync(lock);
    writeFileSync(join(lock, String(process.pid)), '');
    expect(await config('set', 'interval', '10')).toMatchObject({
      code: EXIT.unavailable,
      stderr: expect.stringContaining('(EBUSY)'),
    });
    expect(file()).toEqual({});
    rmSync(lock, { recursive: true });
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    mkdirSync(lock);
    writeFileSync(join(lock, String(pid)), '');
    expect(await config('set', 'interval', '10')).toMatchObject({ code: 0 });
    expect(file()).toMatchObject({ interval: 10 });
  });

  it('takes what is no JSON for a text', async () => {
    expect(await config('set', 'cliPath', '~/tools/claude')).toMatchObject({ code: 0 });
    expect(file()).toMatchObject({ cliPath: '~/tools/claude' });
  });

  it.each([
    [['set', 'interval', 'often'], /cannot stand under interval; nothing was changed/],
    [['set', 'targets', '[{"url": "nonsense"}]'], /cannot stand under targets/],
    [['set', 'nonsense', '1'], /There is no setting "nonsense"/],
    [['set', 'interval'], /needs a KEY and a VALUE/],
    [['nonsense'], /no "nonsense"/],
    [[], /needs get\|set/],
  ])('refuses %j, and writes nothing', async (args, why) => {
    const ended = await config(...args);
    expect(ended).toMatchObject({ code: EXIT.usage, stdout: '' });
    expect(ended.stderr).toMatch(why);
    expect(() => statSync(where.settingsPath)).toThrow('ENOENT');
  });

  it('names what is wrong with its line', async () => {
    expect(await config('validate')).toEqual({ code: 0, stdout: '', stderr: '' });
    where.settings('{\n  "interval": -1,\n  "language": "xx"\n}\n');
    expect(await config('validate')).toEqual({
      code: EXIT.degraded,
      stdout: `${where.settingsPath}:2: interval cannot be used; its default is\n${where.settingsPath}:3: language cannot be used; its default is\n`,
      stderr: '',
    });
    where.settings('{\n  "interval": ,\n}');
    const broken = await config('validate');
    expect(broken.code).toBe(EXIT.down);
    expect(broken.stdout).toContain('settings.json:2: ');
  });

  it('does not write over the settings of a newer app', async () => {
    where.settings({ version: 999 });
    const ended = await config('set', 'interval', '10');
    expect(ended.code).toBe(EXIT.unavailable);
    expect(ended.stderr).toContain('A newer Pilot Light wrote');
    expect(file()).toEqual({ version: 999 });
  });
});
