import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Light } from '../../core/health/light.ts';
import type { TargetView } from '../../core/snapshot.ts';
import { launchApp, type RunningApp } from './app.ts';
import type { Desk } from './desk.ts';
import type { Fault, Told } from './drill-faults.ts';
import { startDrillProxy, type DrillProxy } from './drill-proxy.ts';
import { lightOf } from './light-icon.ts';
import type { TrayItem } from './tray-item.ts';
import { userIn } from './user.ts';

const SOON = { timeout: 30_000, interval: 100 };
const SURE_MS = 45_000;
const NOTIFIED_MS = 3_000;
const LOOK_MS = 100;
const PRESS_MS = 500;
const DRAWN_MS = 2_000;
/** Nobody reads faster: who closes it sooner has not seen what it says, and is not told later that it helped. */
const READ_MS = 300;
const SLOW_AFTER_MS = 1_300;
const LIGHTS: readonly Light[] = ['healthy', 'degraded', 'down', 'unknown'];
const FIXED = /^Fixed after \d+ (?:s|min)/;

/** What the app made of a fault. */
export interface Played {
  readonly told: Told;
  /** From the fault to the first line that told of it. */
  readonly seconds: number;
}

/** One app, to which faults are shown one after the other. */
export interface Lane {
  play(fault: Fault): Promise<Played>;
}

interface Faces {
  readonly app: RunningApp;
  readonly tray: TrayItem;
  readonly page: Page;
}

interface Stage extends Faces {
  readonly desk: Desk;
  readonly lines: readonly Line[];
}

/** A line of `--report-lights`, and when it came (milliseconds, monotonic). */
interface Line {
  readonly at: number;
  readonly light: Light;
  readonly said: string;
}

/** Starts an app, on settings of its own, for a user who is signed in. It ends with the test. */
export async function startLane(desk: Desk, number: number): Promise<Lane> {
  const profile = join(desk.folder, `lane-${number}`);
  mkdirSync(profile);
  const watch = (...urls: readonly string[]): void => {
    const settings = { targets: urls.map((url) => ({ url })), slowAfter: SLOW_AFTER_MS };
    writeFileSync(join(profile, 'settings.json'), JSON.stringify(settings));
  };
  const user = userIn(join(desk.folder, `user-${number}`));
  user.installCli('signed-in.sh');
  user.storeLogin(Date.now() + 30 * 86_400_000);
  const env = { ...process.env, ...user.env };
  watch();
  const app = await launchApp(profile, ['--report-lights'], user.env);
  const lines = linesOf(app);
  const tray = await desk.tray(app);
  await tray.activate();
  const page = await app.popup();
  return {
    play: async (fault) => {
      // Each by a proxy of its own: all on one would be flapping, and more than is told in an hour.
      const proxy = await startDrillProxy(desk, env);
      watch(proxy.url);
      const played = await play(fault, proxy, { desk, app, tray, page, lines });
      await proxy.kill();
      return played;
    },
  };
}

function linesOf({ electron }: RunningApp): readonly Line[] {
  const { stdout } = electron.process();
  if (stdout === null) throw new TypeError('The app has no output');
  const lines: Line[] = [];
  createInterface({ input: stdout }).on('line', (line) => {
    const { light: name, said = '' } = /^\S+ {2}(?<light>\w+) +(?<said>.*) · /.exec(line)?.groups ?? {};
    const light = LIGHTS.find((each) => each === name);
    if (light !== undefined) lines.push({ at: performance.now(), light, said });
  });
  return lines;
}

async function play(fault: Fault, proxy: DrillProxy, { desk, app, tray, page, lines }: Stage): Promise<Played> {
  const sent = (): number => desk.notifications(app).length;
  await page.evaluate(() => window.pilotLight.act({ type: 'hide' }));
  await expect.poll(() => checkedNow(page), SOON).toMatchObject({ url: proxy.url, light: 'healthy', confirmed: true });
  const [before, from] = [sent(), performance.now()];
  const since = (): readonly Line[] => lines.filter(({ at }) => at > from);
  await (fault.happens === 'it is killed' ? proxy.kill() : proxy.play(...fault.happens));
  await within(SURE_MS, () => since().length > 0);
  const [first] = since();
  const shown =
    fault.passes === true ? await inPassing(since) : await inFull({ app, tray, page }, () => sent() > before);
  const ofFault = sent() - before;
  const isFalselyGreen = fault.passes !== true && since().some(isGreen);
  await proxy.mend();
  await expect.poll(() => checkedNow(page), SOON).toMatchObject({ light: 'healthy', confirmed: true });
  await within(NOTIFIED_MS, () => ofFault === 0 || sent() - before > ofFault);
  const isFixed = async (): Promise<boolean> => (await page.getByText(FIXED).count()) > 0;
  // The page is told a moment after we are.
  await within(DRAWN_MS, isFixed);
  return {
    told: {
      ...shown,
      light: isFalselyGreen ? 'healthy' : shown.light,
      notifications: [ofFault, sent() - before - ofFault],
      fixed: await isFixed(),
    },
    seconds: ((first?.at ?? Number.NaN) - from) / 1_000,
  };
}

const isGreen = ({ light }: Line): boolean => light === 'healthy';

type Shown = Pick<Told, 'light' | 'cause' | 'step'>;

/** What was said last before all was well again by itself. */
async function inPassing(since: () => readonly Line[]): Promise<Shown> {
  await within(SURE_MS, () => since().some(isGreen));
  const last = since().findLast((line) => !isGreen(line));
  return { light: last?.light, cause: last?.said ?? '', step: '' };
}

/** What tray and popup show once the app is sure, and has told it if it tells it. Its first step is taken if it is to copy. */
async function inFull({ app, tray, page }: Faces, isTold: () => boolean): Promise<Shown> {
  await within(SURE_MS, async () => (await target(page))?.confirmed === true);
  const light = await lightOf(await tray.icon(), app);
  await within(light === 'down' || light === 'degraded' ? NOTIFIED_MS : 0, isTold);
  await inTurn(() => lookAt(app, tray));
  const step = page.getByRole('main').locator('ol > li').first();
  const shown = {
    light,
    cause: await page.getByRole('heading', { level: 1 }).innerText(),
    step: await step.locator('p').first().innerText(),
  };
  const copy = step.getByRole('button', { name: /^Copy: / });
  // Not a click of the mouse: the popup of another app may have come before this one.
  if ((await copy.count()) > 0) await copy.dispatchEvent('click');
  await page.evaluate(() => window.pilotLight.act({ type: 'hide' }));
  return shown;
}

/** Opens the popup for as long as it takes to read. A click too soon after another app took the focus would be one to close. */
async function lookAt(app: RunningApp, tray: TrayItem): Promise<void> {
  await within(SURE_MS, async () => {
    await tray.activate();
    await wait(READ_MS);
    return app.isPopupVisible();
  });
}

let lastLook: Promise<unknown> = Promise.resolve();

// All apps share one desktop, and one that is opened takes the focus from the one that is being read.
function inTurn(look: () => Promise<void>): Promise<void> {
  const mine = lastLook.then(look);
  lastLook = mine.catch(() => {});
  return mine;
}

function target(page: Page): Promise<TargetView | undefined> {
  return page.evaluate(async () => (await window.pilotLight.ask()).targets[0]);
}

/** The user is impatient, and presses the button again and again. */
async function checkedNow(page: Page): Promise<TargetView | undefined> {
  await page.evaluate(() => window.pilotLight.act({ type: 'check-now' }));
  await wait(PRESS_MS);
  return target(page);
}

/** Waits until something is so, and no longer than this: what it is then is told by who looks. */
async function within(ms: number, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const until = performance.now() + ms;
  // oxlint-disable-next-line no-await-in-loop
  while (performance.now() < until && !(await isSo())) await wait(LOOK_MS);
}
