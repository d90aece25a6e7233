import { expect } from 'vitest';
import type { RunningApp } from './app.ts';
import { test } from './desk.ts';

// Five seconds after the start; where the app was slow to start, it may be V8 itself, which takes its time.
const AFTER_START = { timeout: 60_000 };
// One second after it, and by V8 itself not at all while the app rests.
const AFTER_WINDOW = { timeout: 10_000 };

test('what the start needed is given back, and what a window needed once it has gone', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const app = await desk.launch(proxy.url);
  await leaveGarbage(app);
  await expect.poll(() => isThere(app), AFTER_START).toBe(false);

  await (await desk.tray(app)).choose('Open Pilot Light');
  await expect.poll(() => app.isPopupVisible()).toBe(true);
  await leaveGarbage(app);
  expect(await isThere(app)).toBe(true);
  // As it does by itself a minute after it was left.
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((each) => each.destroy()));
  await expect.poll(() => isThere(app), AFTER_WINDOW).toBe(false);
});

/** Leaves something in the main process that nobody holds any more, and that has lived too long to be swept up in passing. */
async function leaveGarbage({ electron }: RunningApp): Promise<void> {
  await electron.evaluate(() => {
    const garbage: { held?: object; ref?: WeakRef<object> } = { held: { left: 'over' } };
    Object.assign(globalThis, { garbage });
    // V8 moves to its old space what has outlived two of its small collections, each after a few MB.
    for (let i = 0; i < 400; i += 1) Array.from({ length: 10_000 }, () => ({ i }));
    garbage.ref = new WeakRef(garbage.held ?? {});
    delete garbage.held;
  });
}

function isThere({ electron }: RunningApp): Promise<boolean> {
  return electron.evaluate(() => Reflect.get(Reflect.get(globalThis, 'garbage'), 'ref').deref() !== undefined);
}
