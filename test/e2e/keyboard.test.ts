import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { PopupApi } from '../../core/contract.ts';
import type { Desk } from './desk.ts';
import { test } from './desk.ts';
import { userIn } from './user.ts';

declare global {
  interface Window {
    readonly pilotLight: PopupApi;
  }
}

const SOON = { timeout: 20_000 };
const MOST_STOPS = 120;

/** What the focus can go to, in the order of the page, and what it was on after each press of the key. */
interface Walk {
  readonly stops: readonly string[];
  readonly walked: readonly string[];
  /** Those on which the focus could not be seen. */
  readonly unseen: readonly string[];
}

/** Goes once round the page with the Tab key, forwards or backwards. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab'): Promise<Walk> {
  const stops = await page.evaluate(() => {
    const all = document.querySelectorAll('button, input, select, textarea, summary, [tabindex="0"]');
    // Of a group of which one is chosen, the arrows reach the others.
    const reached = [...all].filter((each) => !each.matches('[tabindex="-1"], [type="radio"]:not(:checked)'));
    const names = reached
      .filter((each) => each.checkVisibility())
      .map((each, i) => {
        each.setAttribute('data-stop', String(i));
        return `${i} ${each.tagName} ${each.getAttribute('aria-label') ?? each.textContent.slice(0, 40)}`;
      });
    document.querySelector<HTMLElement>('h1')?.scrollIntoView();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    return names;
  });
  const walked: string[] = [];
  const unseen: string[] = [];
  // Between the end of the page and its beginning there may be one stop at neither.
  for (let press = 0; press <= stops.length + 1 && walked.length < stops.length; press += 1) {
    // One press after the other.
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press(key);
    // oxlint-disable-next-line no-await-in-loop
    const { stop, isSeen } = await page.evaluate(() => {
      const at = document.activeElement;
      // A row that leads somewhere has its outline on what covers all of it.
      const outlines = at === null ? [] : [undefined, '::after'].map((part) => getComputedStyle(at, part));
      return {
        stop: Number(at?.getAttribute('data-stop') ?? -1),
        isSeen: outlines.some(
          ({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1,
        ),
      };
    });
    const name = stops[stop];
    if (name === undefined) continue;
    walked.push(name);
    if (!isSeen) unseen.push(name);
  }
  return { stops, walked, unseen };
}

const byStop = (a: string, b: string): number => Number.parseInt(a, 10) - Number.parseInt(b, 10);

/** Every control is reached once, in the order of the page or in its reverse, with the focus in sight. */
async function expectAllReached(page: Page): Promise<void> {
  const there = await walk(page, 'Tab');
  expect(there.stops.length).toBeGreaterThan(2);
  expect(there.unseen).toEqual([]);
  expect(there.walked.toSorted(byStop)).toEqual(there.stops);
  expect(rotated(there.walked, there.stops[0])).toEqual(there.stops);
  const back = await walk(page, 'Shift+Tab');
  expect(rotated(back.walked.toReversed(), back.stops[0])).toEqual(back.stops);
}

// The walk begins wherever the focus was last.
function rotated(walked: readonly string[], first: string | undefined): readonly string[] {
  const at = first === undefined ? 0 : Math.max(0, walked.indexOf(first));
  return [...walked.slice(at), ...walked.slice(0, at)];
}

/** Presses a button as somebody does who has no pointer: Tab until it has the focus, then Enter. */
async function use(page: Page, name: string): Promise<void> {
  for (let tries = 0; tries < MOST_STOPS; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop
    const label = await page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
    );
    // oxlint-disable-next-line no-await-in-loop
    if (label === name) return page.keyboard.press('Enter');
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('Tab');
  }
  throw new Error(`The button "${name}" cannot be reached`);
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RUN = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;

/** Every page is looked at in both appearances, where colours and sizes are real. */
async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // One after the other: it is one page.
    // oxlint-disable-next-line no-await-in-loop
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // oxlint-disable-next-line no-await-in-loop
    await page.evaluate(`${readFileSync(AXE, 'utf8')}; undefined`);
    // oxlint-disable-next-line no-await-in-loop
    expect(await page.evaluate(RUN)).toEqual([]);
  }
}

async function openPopup(desk: Desk): Promise<Page> {
  const user = userIn(desk.folder);
  const proxy = await desk.simulate('signed-out');
  const app = await desk.launch(proxy.url, user.env);
  const tray = await desk.tray(app);
  await tray.choose('Open Pilot Light');
  const page = await app.popup();
  await page.getByRole('heading', { name: 'Claude is signed out' }).waitFor(SOON);
  return page;
}

test('the whole app can be used with the keyboard alone, and every page is accessible', async ({ desk }) => {
  const page = await openPopup(desk);
  const look = async (title: string): Promise<void> => {
    await page.getByRole('heading', { name: title, level: 1 }).waitFor(SOON);
    await expectAllReached(page);
    await expectAccessible(page);
  };
  await look('Claude is signed out');

  await use(page, 'Settings');
  await look('Settings');
  await use(page, 'About Pilot Light');
  await look('About Pilot Light');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await use(page, 'Run diagnostics');
  await page.getByRole('button', { name: 'Run again', exact: true }).waitFor(SOON);
  await look('Diagnostics');
  await use(page, 'Report');
  await look('Report');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Claude is signed out' }).waitFor(SOON);
});
