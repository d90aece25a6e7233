import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { RunningApp } from './app.ts';
import type { Desk } from './desk.ts';
import { test } from './desk.ts';
import type { TrayItem } from './tray-item.ts';

const SOON = { timeout: 15_000 };
const TITLE = 'The proxy is not running';

function titles(desk: Desk, app: RunningApp): readonly string[] {
  return desk.notifications(app).map(({ title }) => title);
}

/** The popup's page, out of sight: it knows more than the tray tells. */
async function hiddenPage(tray: TrayItem, app: RunningApp): Promise<Page> {
  await tray.choose('Open Pilot Light');
  const page = await app.popup();
  await page.evaluate(() => window.pilotLight.act({ type: 'hide' }));
  await expect.poll(() => app.isPopupVisible()).toBe(false);
  return page;
}

/** The number of the confirmed failure that lasts. */
function incidentOf(page: Page): Promise<number | undefined> {
  return page.evaluate(async () => (await window.pilotLight.ask()).targets[0]?.incident?.number);
}

async function labels(tray: TrayItem): Promise<readonly string[]> {
  return (await tray.menu()).map(({ label }) => label);
}

test(
  'snoozed from the menu: nothing is told, and in the end what is still so',
  { timeout: 60_000 },
  async ({ desk }) => {
    const proxy = await desk.simulate('healthy');
    const app = await desk.launch(proxy.url);
    const tray = await desk.tray(app);
    await expect.poll(() => tray.tooltip(), SOON).toContain('Everything is healthy');
    await proxy.close();
    await expect.poll(() => titles(desk, app), SOON).toEqual([TITLE]);

    await tray.choose('Snooze 1 h');
    await expect.poll(() => labels(tray), SOON).toContain('End');
    expect(await labels(tray)).toContainEqual(expect.stringMatching(/^Notifications rest until \d/));
    const page = await hiddenPage(tray, app);
    const again = await desk.simulate('healthy', proxy.port);
    await expect.poll(() => incidentOf(page), SOON).toBeUndefined();
    await again.close();
    await expect.poll(() => incidentOf(page), SOON).toBe(2);
    expect(titles(desk, app)).toEqual([TITLE]);

    await tray.choose('End');
    await expect.poll(() => titles(desk, app), SOON).toEqual([TITLE, TITLE]);
    expect(await labels(tray)).toContain('Snooze 1 h');
    await desk.simulate('healthy', proxy.port);
    await expect.poll(() => titles(desk, app), SOON).toEqual([TITLE, TITLE, 'The proxy works again']);
  },
);

test('snoozed until all is well: the end of the failure ends it in silence', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const app = await desk.launch(proxy.url);
  const tray = await desk.tray(app);
  await expect.poll(() => tray.tooltip(), SOON).toContain('Everything is healthy');
  await proxy.close();
  await expect.poll(() => titles(desk, app), SOON).toEqual([TITLE]);
  const page = await hiddenPage(tray, app);
  await page.evaluate(() => window.pilotLight.act({ type: 'snooze', until: 'recovery' }));
  await expect.poll(() => labels(tray), SOON).toContain('Notifications rest until all is well');
  await desk.simulate('healthy', proxy.port);
  await expect.poll(() => labels(tray), SOON).not.toContain('End');
  expect(await incidentOf(page)).toBeUndefined();
  expect(await tray.tooltip()).toContain('Everything is healthy');
  expect(titles(desk, app)).toEqual([TITLE]);
});
