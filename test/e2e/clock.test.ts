import type { Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { CLOSE_MS } from '../../core/monitor/schedule.ts';
import { serveInput, type Hostile } from '../hostile/hostile-server.ts';
import { DETAILED, json } from '../hostile/wire.ts';
import type { RunningApp } from './app.ts';
import { test } from './desk.ts';
import type { TrayItem } from './tray-item.ts';

const DAY_MS = 86_400_000;
const SOON = { timeout: 10_000 };
// The machine is shared with others.
const SLACK_MS = 1_000;

// What a clock that leapt makes of durations that did not.
const NONSENSE = /NaN|undefined|Invalid|future|remembered|-\d|\b\d+ d\b|\b\d\d h\b/;

// Over which time the availability is told, whatever the clock says.
const SPAN = /last 24 h(?:ours)?/gi;

const servers: Hostile[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

interface Scene {
  readonly proxy: Hostile;
  readonly app: RunningApp;
  readonly tray: TrayItem;
  readonly page: Page;
}

/**
 * Sets the time of day of the app as the computer's would be set, while timers and the monotonic clock keep their pace.
 * Under libfaketime Electron crashes, and Playwright starts nothing with NODE_OPTIONS.
 */
async function setClock({ app, page }: Scene, byMs: number): Promise<void> {
  await Promise.all([
    app.electron.evaluate((_electron, by) => {
      const before = Date.now;
      Date.now = () => before() + by;
    }, byMs),
    page.evaluate((by) => {
      const before = Date.now;
      Date.now = () => before() + by;
    }, byMs),
  ]);
}

/** Waits for so many further probes, and tells how many milliseconds they took. */
async function probes({ proxy }: Scene, count: number): Promise<number> {
  const wanted = proxy.requests.length + count;
  const since = performance.now();
  await expect.poll(() => proxy.requests.length, { ...SOON, interval: 20 }).toBeGreaterThanOrEqual(wanted);
  return performance.now() - since;
}

/** All that the app says at this moment, behind the pointer too. */
async function said({ tray, page }: Scene): Promise<string> {
  const menu = (await tray.menu()).map(({ label }) => label);
  const hidden = await page.evaluate(() =>
    [...document.querySelectorAll('[title], [aria-label]')].map(
      (element) => `${element.getAttribute('title')} ${element.getAttribute('aria-label')}`,
    ),
  );
  return [await tray.tooltip(), ...menu, await page.innerText('body'), ...hidden].join('\n');
}

async function expectToSurvive(scene: Scene, byMs: number): Promise<void> {
  await setClock(scene, byMs);
  const ms = await probes(scene, 3);
  expect(ms).toBeGreaterThan(2 * CLOSE_MS - SLACK_MS);
  expect(ms).toBeLessThan(3 * CLOSE_MS + SLACK_MS);
  expect((await said(scene)).replaceAll(SPAN, '')).not.toMatch(NONSENSE);
}

test('input 64 and R13: a clock that is set changes neither the pace nor the words', async ({ desk }) => {
  const proxy = await serveInput({ what: 'degraded', serve: json({ ...DETAILED, status: 'degraded' }) });
  servers.push(proxy);
  const app = await desk.launch(proxy.url);
  const tray = await desk.tray(app);
  await tray.activate();
  const scene: Scene = { proxy, app, tray, page: await app.popup() };
  await scene.page.getByRole('heading', { name: 'The proxy works only partly' }).waitFor();
  await probes(scene, 2);
  await expectToSurvive(scene, -DAY_MS);
  await expectToSurvive(scene, 400 * DAY_MS);

  await proxy.recover();
  await scene.page.getByText(/^Trouble for \d+ s$/).waitFor();
  await expectToSurvive(scene, -DAY_MS);
  await expectToSurvive(scene, 400 * DAY_MS);
  expect(await said(scene)).toContain('Everything is healthy');
  expect(desk.notifications(app).length).toBeLessThanOrEqual(2);
});
