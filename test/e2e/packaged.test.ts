import { getCurrentFuseWire, FuseV1Options } from '@electron/fuses';
import { listPackage } from '@electron/asar';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect } from 'vitest';
import { FUSES } from '../../build/package/fuses.mjs';
import { PACKAGES } from '../../build/package/configuration.mjs';
import { PROGRAM } from '../../build/package/identity.mjs';
import { IS_ROOT, PROJECT } from './app.ts';
import { test } from './desk.ts';
import { foreignDesktop, TELL_DESKTOP } from './foreign-desktop.ts';
import { printed } from './printed.ts';
import { processesIn, startProcess, statusOf } from './process.ts';
import { watchSockets } from './sockets.ts';
import { AS_NOBODY, copyForNobody } from './unprivileged.ts';
import { userIn } from './user.ts';

const SOON = { timeout: 20_000 };
const PACKAGED = join(PACKAGES, 'linux-unpacked');
const MAX_OWN_BYTES = 2_500_000;

// See proc_pid_status(5): 2 is "filter".
const SECCOMP_FILTER = '2';

const ARMED = `${TELL_DESKTOP}\n${readFileSync(join(PROJECT, 'test/fixtures/packaged/armed.sh'), 'utf8')}`;

// What stands in the program for a fuse that is on: the character 1.
const IS_ON = 0x31;

const MANY_COLOURS = 100;

// 127.0.0.1, as the kernel writes it.
const LOOPBACK = '0100007F';

beforeAll(async () => {
  const built = startProcess([process.execPath, join(PROJECT, 'build', 'package.mjs'), 'dir']);
  if ((await built.ended).code !== 0) throw new Error(built.output());
});

describe('what is packaged', () => {
  test('has every fuse as it is spelled out', async () => {
    const { version: _version, ...wire } = await getCurrentFuseWire(join(PACKAGED, PROGRAM));
    const states = Object.entries(wire).map(([index, state]) => [
      FuseV1Options[Number(index)],
      Number(state) === IS_ON,
    ]);
    const wanted = Object.entries(FUSES).map(([name, isOn]) => [
      name.replace(/^./, (first) => first.toUpperCase()),
      isOn,
    ]);
    expect(Object.fromEntries(states)).toEqual(Object.fromEntries(wanted));
  });

  test('is what the app needs, and no more', () => {
    const resources = join(PACKAGED, 'resources');
    expect(readdirSync(resources).toSorted()).toEqual(['LICENSE', 'THIRD-PARTY-LICENCES.txt', 'app.asar', 'terminal']);
    const inside = listPackage(join(resources, 'app.asar'), { isPack: false });
    const folders = new Set(inside.map((path) => path.split('/').slice(1, 3).join('/')));
    expect([...folders].toSorted()).toEqual([
      'out',
      'out/icons',
      'out/main',
      'out/picture',
      'out/preload',
      'out/renderer',
      'package.json',
    ]);
    expect(readdirSync(PACKAGED)).not.toContain('version');
    const files = readdirSync(resources, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const bytes = files.reduce((sum, { parentPath, name }) => sum + readFileSync(join(parentPath, name)).length, 0);
    expect(bytes).toBeLessThan(MAX_OWN_BYTES);
  });

  test('has a program for terminals that runs', async ({ desk }) => {
    const proxy = await desk.simulate('healthy');
    const program = join(PACKAGED, 'resources', 'terminal', 'pilot-light');
    const user = userIn(join(desk.folder, 'signed-in'));
    user.storeLogin(Date.now() + 30 * 86_400_000);
    const env = { ...process.env, ...user.env, PATH: process.env['PATH'] };
    const status = startProcess([program, 'status', '--url', proxy.url], env);
    expect(await status.ended).toEqual({ code: 0, signal: null });
    expect(status.output()).toContain('Everything is healthy');
    const without = startProcess(['/bin/sh', program], { PATH: '/nonexistent' });
    expect(await without.ended).toEqual({ code: 69, signal: null });
    expect(without.output()).toContain('pilot-light needs Node 20.19 or newer');
  });
});

describe('the packaged app', () => {
  test('gives nothing to debuggers, input 60, with the sandbox on, and quits by its menu', async ({ desk }) => {
    const proxy = await desk.simulate('healthy');
    const profile = join(desk.folder, 'profile');
    mkdirSync(profile);
    writeFileSync(join(profile, 'settings.json'), '{"startAtLogin": true}');
    const { app, session } = copyForNobody(PACKAGED, desk.folder);
    const program = join(app, PROGRAM);
    const run = desk.run(
      [...AS_NOBODY, ...session, 'bash', '-c', ARMED, desk.folder, program, `--user-data-dir=${profile}`],
      { PATH: process.env['PATH'], TMPDIR: desk.folder, TARGET: proxy.url },
    );
    await printed(run, / (healthy) {2}Everything is healthy/);
    const [main] = (await processesIn(profile)).filter(
      ({ commandLine }) => commandLine.startsWith(program) && !commandLine.includes('--type='),
    );
    if (main === undefined) throw new Error('The app has ended');
    const desktop = await foreignDesktop(run, desk.folder);
    const tray = await desktop.tray(main.pid);
    await expect.poll(() => tray.tooltip()).toBe(`Everything is healthy · 127.0.0.1:${proxy.port}`);
    const sockets = watchSockets(profile);
    process.kill(main.pid, 'SIGUSR1');
    await tray.activate();
    await expect.poll(() => desktop.coloursOfPopup(), SOON).toBeGreaterThan(MANY_COLOURS);

    const toProxy = { protocol: 'tcp', listens: false, remoteAddress: LOOPBACK, remotePort: proxy.port };
    expect(sockets.seen()).toEqual([toProxy]);
    const renderers = (await processesIn(profile)).filter(({ commandLine }) => commandLine.includes('--type=renderer'));
    expect(renderers).toHaveLength(1);
    expect(await statusOf(renderers[0]?.pid ?? 0, 'Seccomp')).toBe(SECCOMP_FILTER);
    expect(await statusOf(renderers[0]?.pid ?? 0, 'Uid')).not.toMatch(/\b0\b/);

    const autostart = join(desktop.home, '.config', 'autostart', 'pilot-light.desktop');
    expect(readFileSync(autostart, 'utf8')).toContain(`\nTryExec=${program}\nExec="${program}"\n`);

    await tray.choose('Quit');
    expect(await run.ended).toEqual({ code: 0, signal: null });
    expect(run.output()).not.toMatch(/listening on|sandbox/i);
    expect(readFileSync(join(desk.folder, 'answered'), 'utf8')).toBe('');
    expect(readdirSync(desk.folder)).not.toContain('caught');
  });

  test('is not loaded from a folder that lies in the place of its archive', async ({ desk }) => {
    const app = join(desk.folder, 'app');
    cpSync(PACKAGED, app, { recursive: true });
    const resources = join(app, 'resources');
    renameSync(join(resources, 'app.asar'), join(resources, 'aside.asar'));
    mkdirSync(join(resources, 'app'));
    writeFileSync(join(resources, 'app', 'package.json'), '{"main": "main.js"}');
    writeFileSync(join(resources, 'app', 'main.js'), 'console.log("loaded"); process.exit(0);');
    const run = desk.run([join(app, PROGRAM), ...(IS_ROOT ? ['--no-sandbox'] : [])], process.env);
    expect((await run.ended).code).not.toBe(0);
    expect(run.output()).not.toContain('loaded');
  });
});
