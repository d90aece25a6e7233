import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { RunningApp } from './app.ts';
import { test } from './desk.ts';
import { processesIn } from './process.ts';

const AT_ONCE = { timeout: 2_000 };
const USABLE = { timeout: 3_000 };
const KILLS = 20;

test('a second launch shows the popup of the first, and ends', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const app = await desk.launch(proxy.url);
  expect(app.electron.windows()).toHaveLength(0);
  expect(await desk.spawn(app.profile).ended).toEqual({ code: 0, signal: null });
  await expect.poll(() => app.isPopupVisible(), AT_ONCE).toBe(true);
});

test('the menu’s last entry quits', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const app = await desk.launch(proxy.url);
  const tray = await desk.tray(app);
  await tray.choose('Quit');
  expect(await app.ended).toEqual({ code: 0, signal: null });
  await expect.poll(() => processesIn(app.profile), AT_ONCE).toEqual([]);
});

/** Tells what stands in the popup's first window as it comes into sight. */
async function watchFirstSight({ electron }: RunningApp): Promise<() => Promise<unknown>> {
  await electron.evaluate(({ app }) => {
    const firstSight = new Promise((resolve) => {
      app.once('browser-window-created', (_event, window) => {
        window.once('show', () => resolve(window.webContents.executeJavaScript('document.body.innerText')));
      });
    });
    Object.assign(globalThis, { firstSight });
  });
  return () => electron.evaluate((): Promise<unknown> => Reflect.get(globalThis, 'firstSight'));
}

test('is right when it is first seen, and left by Escape, a second click, and going elsewhere', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const app = await desk.launch(proxy.url);
  const tray = await desk.tray(app);
  const isOpened = async (): Promise<void> => {
    await tray.activate();
    await expect.poll(() => app.isPopupVisible(), AT_ONCE).toBe(true);
    await (await app.popup()).getByRole('heading', { name: 'Everything is healthy' }).waitFor();
  };
  const isLeft = async (): Promise<void> => {
    await expect.poll(() => app.isPopupVisible(), AT_ONCE).toBe(false);
  };
  await expect.poll(() => tray.tooltip()).toContain('Everything is healthy');
  const firstSight = await watchFirstSight(app);
  await isOpened();
  expect(await firstSight()).toContain('Everything is healthy');
  await (await app.popup()).keyboard.press('Escape');
  await isLeft();
  await isOpened();
  await tray.activate();
  await isLeft();
  await isOpened();
  const elsewhere = desk.run(['xterm', '-title', desk.folder, '-e', 'sleep', '60'], process.env);
  const activate = ['search', '--sync', '--onlyvisible', '--name', desk.folder, 'windowactivate', '--sync'];
  expect((await desk.run(['xdotool', ...activate], process.env).ended).code).toBe(0);
  await isLeft();
  process.kill(elsewhere.pid, 'SIGKILL');
});

test.for(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s ends it within two seconds, with its popup open, and leaves nothing over',
  async (signal, { desk }) => {
    const proxy = await desk.simulate('hanging');
    const temporary = join(desk.folder, 'temporary');
    await mkdir(temporary);
    const app = await desk.launch(proxy.url, { TMPDIR: temporary });
    const tray = await desk.tray(app);
    await tray.activate();
    await expect.poll(() => app.isPopupVisible(), AT_ONCE).toBe(true);
    // At rest: Chromium makes memory to share as files that have a name for a moment only.
    await (await app.popup()).waitForLoadState('networkidle');
    // The socket by which a second launch is heard, and more, perhaps.
    expect(await readdir(temporary)).not.toEqual([]);
    process.kill(app.pid, signal);
    await expect.poll(() => processesIn(app.profile), AT_ONCE).toEqual([]);
    expect(await app.ended).toEqual({ code: 0, signal: null });
    expect(await readdir(temporary)).toEqual([]);
    expect((await readdir(app.profile)).filter((name) => name.startsWith('Singleton'))).toEqual([]);
  },
);

test('a renderer that is killed twenty times costs a moment each, and no probe', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const app = await desk.launch(proxy.url);
  const tray = await desk.tray(app);
  await tray.activate();
  let page = await app.popup();
  const probesBefore = await probesOf(proxy.url);
  const began = performance.now();

  for (let kill = 0; kill < KILLS; kill += 1) {
    await page.getByRole('heading', { name: 'Everything is healthy' }).waitFor(USABLE);
    await expect.poll(() => app.isPopupVisible(), USABLE).toBe(true);
    const dying = page;
    process.kill(await rendererOf(app), 'SIGKILL');
    await expect.poll(() => app.electron.windows().includes(dying), AT_ONCE).toBe(false);
    page = await app.popup();
  }
  await page.getByRole('heading', { name: 'Everything is healthy' }).waitFor(USABLE);

  // While somebody looks on there is one every second; our own question is one of them.
  const seconds = Math.floor((performance.now() - began) / 1_000);
  expect((await probesOf(proxy.url)) - probesBefore).toBeGreaterThanOrEqual(seconds - 1);
});

/** How many requests the simulator has counted. */
async function probesOf(url: string): Promise<number> {
  const { components }: { components: { api_server: { requests_processed: number } } } = await (
    await fetch(`${url}/health/detailed`)
  ).json();
  return components.api_server.requests_processed;
}

function rendererOf({ electron }: RunningApp): Promise<number> {
  return electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);
}
