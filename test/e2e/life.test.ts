import { expect } from 'vitest';
import type { RunningApp } from './app.ts';
import { test } from './desk.ts';
import { processesIn } from './process.ts';

const AT_ONCE = { timeout: 2_000 };

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

test.for(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
  '%s ends it within two seconds, with its popup open',
  async (signal, { desk }) => {
    const proxy = await desk.simulate('hanging');
    const app = await desk.launch(proxy.url);
    const tray = await desk.tray(app);
    await tray.activate();
    await expect.poll(() => app.isPopupVisible(), AT_ONCE).toBe(true);
    process.kill(app.pid, signal);
    await expect.poll(() => processesIn(app.profile), AT_ONCE).toEqual([]);
    expect(await app.ended).toEqual({ code: 0, signal: null });
  },
);

test('a killed renderer costs nothing but a moment', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const app = await desk.launch(proxy.url);
  const tray = await desk.tray(app);
  await tray.activate();
  const page = await app.popup();
  await page.getByRole('heading', { name: 'Everything is healthy' }).waitFor();
  await expect.poll(() => app.isPopupVisible(), AT_ONCE).toBe(true);

  process.kill(await rendererOf(app), 'SIGKILL');
  await expect.poll(() => app.electron.windows().includes(page), AT_ONCE).toBe(false);
  const again = await app.popup();
  await again.getByRole('heading', { name: 'Everything is healthy' }).waitFor();
  await expect.poll(() => app.isPopupVisible(), AT_ONCE).toBe(true);
});

function rendererOf({ electron }: RunningApp): Promise<number> {
  return electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);
}
