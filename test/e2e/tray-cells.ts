import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import type { RunningApp } from './app.ts';
import { startPanel, WATCHER, type Cell } from './cell.ts';
import type { PrivateBus } from './private-bus.ts';
import type { StartedProcess } from './process.ts';
import { findTrayItem } from './tray-item.ts';

const LATE_MS = 30_000;
const HEALED = { timeout: 5_000 };
const SOON = { timeout: 15_000 };
const NO_TRAY = 'This desktop shows no tray icons';
const MISSING = 'The Claude CLI is missing';

async function endPanel(panel: StartedProcess): Promise<void> {
  process.kill(panel.pid, 'SIGKILL');
  await panel.ended;
}

/** How many icons the tray has, of whomever. */
async function icons(bus: PrivateBus): Promise<number> {
  const watcher = { name: WATCHER, path: '/StatusNotifierWatcher' };
  const items = await bus.seen.property(watcher, WATCHER, 'RegisteredStatusNotifierItems');
  return Array.isArray(items) ? items.length : 0;
}

/** The icon tells the state by tooltip and menu, it is the only one, and no window stands in for it. */
async function isToldByTray(app: RunningApp, bus: PrivateBus): Promise<void> {
  await expect.poll(() => icons(bus), HEALED).toBe(1);
  const item = await findTrayItem(bus.seen, app.pid);
  await expect.poll(() => item.tooltip(), SOON).toContain(MISSING);
  expect((await item.menu()).map(({ label }) => label)).toContain(MISSING);
  // Looked for in the moment of a restart, the tray was missing: then a window stood in.
  await expect.poll(() => app.isPopupVisible(), HEALED).toBe(false);
  expect(app.output()).not.toContain('The tray of this desktop');
}

/** A window tells the state, and why it is there. */
async function isToldByWindow(app: RunningApp): Promise<void> {
  await expect.poll(() => app.isPopupVisible(), SOON).toBe(true);
  const page = await app.popup();
  await page.getByRole('heading', { name: MISSING }).waitFor();
  await page.getByText(NO_TRAY).waitFor();
  // By the name of what would show one on the desktop that this one says it is.
  await page.getByText('“Status Tray Plugin”').waitFor();
}

const tray = (run: Cell['run']): Cell => ({ scenario: 'cli-missing', run });

/** The desktop's tray: there, not there, late, gone and back. */
export const TRAYS: Readonly<Record<string, Cell>> = {
  // The longest one first: the others run beside it.
  'R18: a tray that comes 30 s late': tray(async ({ bus, start }) => {
    const app = await start();
    const late = wait(LATE_MS);
    await isToldByWindow(app);
    await late;
    await startPanel(bus);
    await isToldByTray(app, bus);
  }),
  'a tray that is there': tray(async ({ bus, start }) => {
    await startPanel(bus);
    await isToldByTray(await start(), bus);
  }),
  'no tray at all': {
    scenario: 'cli-missing',
    run: async ({ start }) => {
      const app = await start();
      await isToldByWindow(app);
      const page = await app.popup();
      await page.keyboard.press('Escape');
      await wait(500);
      expect(await app.isPopupVisible()).toBe(true);
    },
    // Whoever closes the only thing to be seen ends the app.
    end: async (app) => {
      await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((each) => each.close()));
      expect(await app.ended).toEqual({ code: 0, signal: null });
    },
  },
  'R17: a tray that is restarted five times': tray(async ({ bus, start }) => {
    let panel = await startPanel(bus);
    const app = await start();
    /* oxlint-disable no-await-in-loop -- one after the other */
    for (let i = 0; i < 5; i += 1) {
      await endPanel(panel);
      panel = await startPanel(bus);
      await isToldByTray(app, bus);
    }
    /* oxlint-enable no-await-in-loop */
    // What brings a late icon in has nothing to do here.
    await wait(3_000);
    await isToldByTray(app, bus);
  }),
  'a tray that flaps': tray(async ({ bus, start }) => {
    const app = await start();
    /* oxlint-disable no-await-in-loop -- one after the other */
    for (let i = 0; i < 8; i += 1) {
      // Gone before anybody could be sure that it had come.
      await endPanel(await startPanel(bus));
    }
    /* oxlint-enable no-await-in-loop */
    await startPanel(bus);
    await isToldByTray(app, bus);
    await wait(3_000);
    await isToldByTray(app, bus);
  }),
};
