import { mkdir, readlink, rm, symlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { appCommand, type RunningApp } from './app.ts';
import { test, type Desk } from './desk.ts';
import { processesIn } from './process.ts';

// What can happen to the processes around the app: none of it may stop the watch.
const SOON = { timeout: 10_000 };

/** The processes of a kind that Chromium runs for the app. */
async function helpers(profile: string, kind: RegExp): Promise<readonly number[]> {
  return (await processesIn(profile)).filter(({ commandLine }) => kind.test(commandLine)).map(({ pid }) => pid);
}

async function killSixTimes(app: RunningApp, kind: RegExp): Promise<void> {
  for (let time = 0; time < 6; time += 1) {
    /* oxlint-disable no-await-in-loop -- one after the other */
    for (const pid of await helpers(app.profile, kind)) process.kill(pid, 'SIGKILL');
    await wait(600);
    /* oxlint-enable no-await-in-loop */
  }
}

async function isStillWatching(desk: Desk, app: RunningApp, die: () => Promise<void>): Promise<void> {
  const tray = await desk.tray(app);
  await die();
  await expect.poll(() => tray.tooltip(), SOON).toContain('is not running');
}

test.for([
  ['R15: the GPU process', /--type=gpu-process/],
  ['R16: the utility processes, such as that for the network', /--type=utility/],
] as const)('%s, killed six times, stops nothing', async ([_what, kind], { desk }) => {
  const proxy = await desk.simulate('healthy');
  const app = await desk.launch(proxy.url);
  const tray = await desk.tray(app);
  await expect.poll(() => tray.tooltip(), SOON).toContain('Everything is healthy');
  await tray.activate();
  await killSixTimes(app, kind);
  expect(await tray.tooltip()).toContain('Everything is healthy');
  await isStillWatching(desk, app, () => proxy.close());
});

test('R21: output that nobody reads stops nothing', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const profile = join(desk.folder, 'profile');
  const command = appCommand(profile, [`--url=${proxy.url}`, '--report-lights']);
  const quoted = command.map((part) => `'${part.replaceAll("'", String.raw`'\\''`)}'`).join(' ');
  const shell = desk.run(['sh', '-c', `${quoted} 2>&- | head -n 1`], process.env);
  await expect.poll(() => shell.output(), SOON).toContain('Looking for the proxy');
  await proxy.switchTo('refusing');
  await wait(3_000);
  expect((await helpers(profile, /--report-lights/)).length).toBeGreaterThan(0);
});

test.for([['tr_TR.UTF-8'], ['ar_EG.UTF-8'], ['C'], ['nonsense']])(
  'R42: it starts with LANG=%s',
  async ([lang = ''], { desk }) => {
    const proxy = await desk.simulate('healthy');
    const command = appCommand(join(desk.folder, 'profile'), [`--url=${proxy.url}`, '--report-lights']);
    const app = desk.run(command, { ...process.env, LANG: lang, LC_ALL: lang, LANGUAGE: '' });
    await expect.poll(() => app.output(), SOON).toMatch(/ (?:healthy|degraded) /);
  },
);

test('input 63 and R28: of twenty launches at once, one is left', { timeout: 60_000 }, async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const profile = join(desk.folder, 'profile');
  const apps = Array.from({ length: 20 }, () => desk.spawn(profile, `--url=${proxy.url}`));
  const ended = new Set<number>();
  for (const { pid, ended: end } of apps) void end.then(() => ended.add(pid));
  await expect.poll(() => ended.size, { timeout: 40_000 }).toBe(19);
  const [left] = apps.filter(({ pid }) => !ended.has(pid));
  expect(left).toBeDefined();
});

test('R28: who turns out to share the profile with another gives way, and leaves it the lock', async ({ desk }) => {
  const profile = join(desk.folder, 'profile');
  const app = desk.spawn(profile, '--url=http://127.0.0.1:1', '--report-lights');
  await expect.poll(() => app.output(), SOON).toContain(' down ');
  const lock = join(profile, 'SingletonLock');
  await rm(lock);
  await symlink(`${hostname()}-${process.pid}`, lock);
  await app.ended;
  expect(await readlink(lock)).toBe(`${hostname()}-${process.pid}`);
});

test.for([
  ['of a process that is dead', `${hostname()}-999999999`],
  ['of another computer', 'another-computer-1'],
] as const)('input 63 and R30: it starts beside a stale lock %s', async ([_whose, lock], { desk }) => {
  const proxy = await desk.simulate('healthy');
  const profile = join(desk.folder, 'profile');
  await mkdir(profile);
  await symlink(lock, join(profile, 'SingletonLock'));
  const app = desk.spawn(profile, `--url=${proxy.url}`, '--report-lights');
  await expect.poll(() => app.output(), SOON).toContain(' healthy ');
});
