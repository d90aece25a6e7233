import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { appCommand, type RunningApp } from './app.ts';
import { test, type Desk } from './desk.ts';
import { startPrivateBus, waitForOwner, type PrivateBus } from './private-bus.ts';
import type { StartedProcess } from './process.ts';
import { findTrayItem } from './tray-item.ts';

// The real app on buses whose services come late, come back, or hang (input 66).
const WATCHER = 'org.kde.StatusNotifierWatcher';
// What the light shows, whatever this computer has.
const LOOK = 'The Claude CLI is missing';
const HEALED = { timeout: 5_000 };
const MAX_STALL_MS = 250;

async function startPanel(bus: PrivateBus): Promise<StartedProcess> {
  const panel = bus.run('xfce4-panel', '--disable-wm-check');
  await waitForOwner(bus.seen, WATCHER);
  return panel;
}

async function startApp(desk: Desk, bus: PrivateBus, url: string): Promise<StartedProcess> {
  const app = desk.run(appCommand(join(desk.folder, 'profile'), [`--url=${url}`, '--report-lights']), bus.env);
  await expect.poll(() => app.output(), { timeout: 10_000 }).toContain(LOOK);
  return app;
}

/** How many icons the tray has, of whomever. */
async function icons(bus: PrivateBus): Promise<number> {
  const items = await bus.seen.property(
    { name: WATCHER, path: '/StatusNotifierWatcher' },
    WATCHER,
    'RegisteredStatusNotifierItems',
  );
  return Array.isArray(items) ? items.length : 0;
}

test('R18: a tray that comes after the app gets the icon, as it looks by then', async ({ desk }) => {
  const proxy = await desk.simulate('cli-missing');
  const bus = await startPrivateBus(desk, 'usual');
  const app = await startApp(desk, bus, proxy.url);
  await wait(3_000);
  await startPanel(bus);
  await expect.poll(() => icons(bus), HEALED).toBe(1);
  const item = await findTrayItem(bus.seen, app.pid);
  expect(await item.tooltip()).toContain(LOOK);
  expect((await item.menu()).map(({ label }) => label)).toContain(LOOK);
  await item.choose('Quit');
  expect(await app.ended).toEqual({ code: 0, signal: null });
});

test('input 66: without any tray its window stands alone, and closing that ends the app', async ({ desk }) => {
  const proxy = await desk.simulate('cli-missing');
  const { env } = await startPrivateBus(desk, 'usual');
  const app = await desk.launch(proxy.url, { DBUS_SESSION_BUS_ADDRESS: env['DBUS_SESSION_BUS_ADDRESS'] ?? '' });
  await expect.poll(() => app.isPopupVisible(), { timeout: 15_000 }).toBe(true);
  const page = await app.popup();
  await page.getByRole('heading', { name: LOOK }).waitFor();
  await page.getByText('This desktop shows no tray icons').waitFor();
  await page.keyboard.press('Escape');
  await wait(500);
  expect(await app.isPopupVisible()).toBe(true);
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.close()));
  expect(await app.ended).toEqual({ code: 0, signal: null });
});

test('R17: a tray that comes back five times has the icon each time, once', async ({ desk }) => {
  const proxy = await desk.simulate('cli-missing');
  const bus = await startPrivateBus(desk, 'usual');
  let panel = await startPanel(bus);
  const app = await startApp(desk, bus, proxy.url);
  /* oxlint-disable no-await-in-loop -- one after the other */
  for (let i = 0; i < 5; i += 1) {
    process.kill(panel.pid, 'SIGKILL');
    await panel.ended;
    panel = await startPanel(bus);
    await expect.poll(() => icons(bus), HEALED).toBe(1);
  }
  /* oxlint-enable no-await-in-loop */
  const item = await findTrayItem(bus.seen, app.pid);
  expect(await item.tooltip()).toContain(LOOK);
  // What brings a late icon in has nothing to do here.
  await wait(3_000);
  expect(await icons(bus)).toBe(1);
  expect(app.output()).not.toContain('The tray of this desktop');
});

/** Measures the longest time in which the main process did nothing else, from now until it is asked. */
async function watchMainLoop({ electron }: RunningApp): Promise<() => Promise<number>> {
  await electron.evaluate(() => {
    const beats = { longest: 0, last: performance.now() };
    Object.assign(globalThis, { beats });
    setInterval(() => {
      const now = performance.now();
      beats.longest = Math.max(beats.longest, now - beats.last);
      beats.last = now;
    }, 10);
  });
  return () => electron.evaluate(() => Number(Reflect.get(Reflect.get(globalThis, 'beats'), 'longest')));
}

test('R20: a notification service that hangs stops nothing, and the tray tells it anyway', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const bus = await startPrivateBus(desk, 'usual');
  await startPanel(bus);
  const dunst = await bus.runDunst();
  const app = await desk.launch(proxy.url, { DBUS_SESSION_BUS_ADDRESS: bus.address });
  const item = await findTrayItem(bus.seen, app.pid);
  await expect.poll(() => item.tooltip()).toContain(`127.0.0.1:${proxy.port}`);
  process.kill(dunst.pid, 'SIGSTOP');
  const longest = await watchMainLoop(app);
  await proxy.close();
  await expect.poll(() => item.tooltip(), { timeout: 5_000 }).toContain('The proxy is not running');
  await expect.poll(() => app.output(), { timeout: 10_000 }).toContain('the notification service does not answer');
  expect(await longest()).toBeLessThan(MAX_STALL_MS);
});
