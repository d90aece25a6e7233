import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { sessionBus } from './bus.ts';
import { test } from './desk.ts';
import { processesIn, statusOf, type LiveProcess } from './process.ts';
import { findTrayItem } from './tray-item.ts';
import { AS_NOBODY, copyForNobody } from './unprivileged.ts';

const SOON = { timeout: 20_000 };

// See proc_pid_status(5): 2 is "filter".
const SECCOMP_FILTER = '2';

test('an ordinary user has the sandbox on, and sees the same', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const { app, session, electron } = copyForNobody(desk.folder);
  const profile = join(desk.folder, 'profile');
  const switches = [`--user-data-dir=${profile}`, '--remote-debugging-port=0'];
  const start = [electron, ...switches, app, `--url=${proxy.url}`, '--report-lights'];
  const command = [...session, 'bash', '-c', 'echo "BUS=$DBUS_SESSION_BUS_ADDRESS"; exec "$@"', '--', ...start];
  const run = desk.run([...AS_NOBODY, ...command], { PATH: process.env['PATH'], TMPDIR: desk.folder });
  const printed = async (pattern: RegExp): Promise<string> => {
    await expect.poll(() => run.output(), SOON).toMatch(pattern);
    return pattern.exec(run.output())?.[1] ?? '';
  };
  await printed(/ (healthy) {2}Everything is healthy/);

  const main = await only(processesIn(profile), electron, (line) => !line.includes('--type='));
  const bus = sessionBus([...AS_NOBODY, 'env', `DBUS_SESSION_BUS_ADDRESS=${await printed(/BUS=(.+)/)}`]);
  const tray = await findTrayItem(bus, main.pid);
  await expect.poll(() => tray.tooltip()).toBe(`Everything is healthy · 127.0.0.1:${proxy.port}`);
  await tray.activate();
  const page = await pageAt(await printed(/DevTools listening on (ws:.+)/));
  await page.getByRole('heading', { name: 'Everything is healthy' }).waitFor();

  const renderer = await only(processesIn(profile), electron, (line) => line.includes('--type=renderer'));
  expect(await statusOf(renderer.pid, 'Seccomp')).toBe(SECCOMP_FILTER);
  expect(await statusOf(renderer.pid, 'Uid')).not.toMatch(/\b0\b/);
  process.kill(main.pid, 'SIGTERM');
  expect(await run.ended).toEqual({ code: 0, signal: null });
});

async function only(
  processes: Promise<readonly LiveProcess[]>,
  program: string,
  wanted: (commandLine: string) => boolean,
): Promise<LiveProcess> {
  const found = (await processes).filter(({ commandLine }) => commandLine.startsWith(program) && wanted(commandLine));
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`One process is wanted, not ${found.length}`);
  return first;
}

async function pageAt(address: string): Promise<Page> {
  const [context] = (await chromium.connectOverCDP(address)).contexts();
  await expect.poll(() => context?.pages().length, SOON).toBe(1);
  const page = context?.pages()[0];
  if (page === undefined) throw new Error('The popup closed while it was waited for');
  return page;
}
