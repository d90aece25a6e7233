import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test, type Desk } from './desk.ts';
import { live, type Life } from './lives.ts';

const SOON = { timeout: 20_000 };
/** More than there are on any page. */
const MOST_STOPS = 40;
const NOTE = 'Somebody had pulled the plug.';

async function open(desk: Desk, profile: string, url: string): Promise<Life> {
  const { app, page } = await live(desk, profile, url);
  await page.getByRole('heading', { name: 'Everything is healthy' }).waitFor(SOON);
  return { app, page };
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? '');

/** Goes on with Tab until a button whose name begins so has the focus, and presses it. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).first().waitFor(SOON);
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    // oxlint-disable-next-line no-await-in-loop
    if ((await focused(page)).startsWith(name)) return page.keyboard.press('Enter');
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not come to "${name}"`);
}

const title = (page: Page, name: string): Promise<void> => page.getByRole('heading', { name, level: 1 }).waitFor(SOON);
const noteOf = (page: Page): Promise<string> => page.getByRole('textbox', { name: 'Your note' }).inputValue(SOON);

/** The recording lies next, at the beginning of the incident; its first moment was still well. */
async function goesThroughMoments(page: Page): Promise<void> {
  const slider = page.getByRole('slider', { name: 'Moment by moment' });
  await slider.waitFor(SOON);
  expect(await focused(page)).toBe('Moment by moment');
  expect(await slider.getAttribute('aria-valuetext')).toContain('The proxy is not running, as it began');
  await page.keyboard.press('Home');
  await expect.poll(() => slider.getAttribute('aria-valuetext'), SOON).toMatch(/^(?:Healthy|Unknown), /);
}

test(
  'an incident is found again, noted, gone through and left by the keyboard alone',
  { timeout: 120_000 },
  async ({ desk }) => {
    const profile = join(desk.folder, 'profile-pages');
    const proxy = await desk.simulate('healthy');
    const { app, page } = await open(desk, profile, proxy.url);
    await proxy.close();
    await title(page, 'The proxy is not running');
    await expect.poll(async () => (await (await desk.tray(app)).tooltip()).includes('not running'), SOON).toBe(true);
    await expect.poll(async () => isSure(page), SOON).toBe(true);
    const again = await desk.simulate('healthy', proxy.port);
    await page.getByRole('button', { name: /^Last incident/ }).waitFor(SOON);

    await press(page, 'Last incident: ');
    await title(page, 'The proxy is not running');
    await page.getByRole('textbox', { name: 'Your note' }).waitFor(SOON);
    await page.keyboard.press('Tab');
    while ((await page.evaluate(() => document.activeElement?.tagName)) !== 'TEXTAREA')
      await page.keyboard.press('Tab');
    await page.keyboard.type(NOTE);
    await page.keyboard.press('Tab');
    await page.getByText('Note kept').first().waitFor(SOON);
    await goesThroughMoments(page);
    await page.keyboard.press('Escape');
    await title(page, 'Everything is healthy');
    expect(await focused(page)).toMatch(/^Last incident/);

    await press(page, 'Availability: ');
    await title(page, 'History');
    await press(page, 'The proxy is not running');
    await title(page, 'The proxy is not running');
    expect(await noteOf(page)).toBe(NOTE);
    await page.keyboard.press('Escape');
    await title(page, 'History');
    await expect.poll(() => focused(page), SOON).toMatch(/^The proxy is not running/);
    await page.keyboard.press('Escape');
    await title(page, 'Everything is healthy');
    await app.close();

    const next = await open(desk, profile, again.url);
    await press(next.page, 'Availability: ');
    await press(next.page, 'The proxy is not running');
    await title(next.page, 'The proxy is not running');
    expect(await noteOf(next.page)).toBe(NOTE);
    await next.app.close();
  },
);

function isSure(page: Page): Promise<boolean> {
  return page.evaluate(async () => (await window.pilotLight.ask()).targets[0]?.incident !== undefined);
}
