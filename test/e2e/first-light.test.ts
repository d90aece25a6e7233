import { expect } from 'vitest';
import type { RunningApp } from './app.ts';
import { test } from './desk.ts';
import { lightOf } from './light-icon.ts';
import type { TrayItem } from './tray-item.ts';

// Three refusals within 1.3 s confirm a dead proxy; a good answer is seen within 4 s, and confirmed 1 s later.
const DOWN = { timeout: 5_000 };
const RECOVERED = { timeout: 15_000 };

async function shownLight(tray: TrayItem, app: RunningApp) {
  return lightOf(await tray.icon(), app);
}

test('a proxy lives, dies and comes back, and every face tells it', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const app = await desk.launch(proxy.url);
  const tray = await desk.tray(app);
  const where = `127.0.0.1:${proxy.port}`;

  await expect.poll(() => tray.tooltip()).toBe(`Everything is healthy · ${where}`);
  expect(await shownLight(tray, app)).toBe('healthy');
  expect((await tray.menu()).map(({ label }) => label)).toEqual([
    'Open Pilot Light',
    '',
    'Everything is healthy',
    `${where} · 1.0.0`,
    'Claude CLI: Healthy',
    'API server: Healthy',
    'Authentication: Signed in',
    '',
    'Check now',
    'Run diagnostics',
    'Pause',
    '',
    'Quit',
  ]);

  await tray.activate();
  const page = await app.popup();
  await page.getByRole('heading', { name: 'Everything is healthy' }).waitFor();
  await expect.poll(() => app.isPopupVisible()).toBe(true);
  const text = await page.innerText('body');
  for (const told of [where, 'Claude CLI', '/usr/local/bin/claude', 'API server', 'Signed in'])
    expect(text).toContain(told);
  await tray.activate();
  await expect.poll(() => app.isPopupVisible()).toBe(false);

  await proxy.close();
  await expect.poll(() => desk.notifications(app), DOWN).toHaveLength(1);
  expect(desk.notifications(app)).toMatchObject([
    { title: 'The proxy is not running', body: `Start the proxy. ${where}` },
  ]);
  expect(await shownLight(tray, app)).toBe('down');
  expect(await tray.tooltip()).toContain('The proxy is not running');

  await desk.simulate('healthy', proxy.port);
  await expect.poll(() => desk.notifications(app), RECOVERED).toHaveLength(2);
  expect(desk.notifications(app)[1]).toMatchObject({
    title: 'The proxy works again',
    body: expect.stringMatching(/^The proxy is not running – for \d+ s\.$/),
  });
  expect(await shownLight(tray, app)).toBe('healthy');
  expect(await tray.tooltip()).toContain('Everything is healthy');
  await page.getByRole('heading', { name: 'Everything is healthy' }).waitFor();
});
