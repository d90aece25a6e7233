import { expect } from 'vitest';
import type { Rectangle } from '../../electron/popup-position.ts';
import type { RunningApp } from './app.ts';
import { test } from './desk.ts';
import { startPrivateDisplay } from './private-display.ts';
import { processesIn } from './process.ts';

const SOON = { timeout: 5_000 };

/** The popup's place, and the work area of the display that has it. */
function places({ electron }: RunningApp): Promise<{ readonly popup: Rectangle; readonly area: Rectangle }> {
  return electron.evaluate(({ BrowserWindow, screen }) => {
    const popup = BrowserWindow.getAllWindows()[0]?.getBounds() ?? { x: 0, y: 0, width: 0, height: 0 };
    return { popup, area: screen.getPrimaryDisplay().workArea };
  });
}

/** Whether the whole popup lies inside a work area of this width. */
async function isInside(app: RunningApp, width: number): Promise<boolean> {
  const { popup, area } = await places(app);
  const fitsX = popup.x >= area.x && popup.x + popup.width <= area.x + area.width;
  const fitsY = popup.y >= area.y && popup.y + popup.height <= area.y + area.height;
  return area.width === width && popup.width > 0 && fitsX && fitsY;
}

test('R43 and R44: an open popup stays in sight when the display changes, and ends with it', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const display = await startPrivateDisplay(desk);
  const app = await desk.launch(proxy.url, { DISPLAY: display.name });
  await (await desk.tray(app)).activate();
  await expect.poll(() => app.isPopupVisible(), SOON).toBe(true);
  // In the corner, which a smaller display does not have; the window manager may take a moment to put it there.
  await expect.poll(async () => (await places(app)).popup.x, SOON).toBeGreaterThan(800);
  expect(await isInside(app, 1_280)).toBe(true);
  await display.resize('small');
  await expect.poll(() => isInside(app, 800), SOON).toBe(true);
  await display.resize('whole');
  await expect.poll(() => isInside(app, 1_280), SOON).toBe(true);
  expect(await app.isPopupVisible()).toBe(true);

  process.kill(display.server.pid, 'SIGKILL');
  await expect.poll(() => processesIn(app.profile), SOON).toEqual([]);
  await app.ended;
});
