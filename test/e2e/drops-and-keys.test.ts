import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { RunningApp } from './app.ts';
import { test } from './desk.ts';
import { startProcess } from './process.ts';
import { startWitness } from './witness.ts';

interface Dropped {
  readonly files?: readonly string[];
  readonly items?: readonly { readonly mimeType: string; readonly data: string }[];
}

/** Drops things into the middle of the popup as Chromium gets them from the desktop: below the page, not as events in it. */
async function drop(page: Page, { files = [], items = [] }: Dropped): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [...items], files: [...files], dragOperationsMask: 1 };
  /* oxlint-disable no-await-in-loop -- one after the other */
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 190, y: 300, data });
  /* oxlint-enable no-await-in-loop */
  await devtools.detach();
}

// Of browsers: reload, developer tools, close, new window, open, print, view source, save, back, quit.
const KEYS = [
  'ctrl+r',
  'ctrl+shift+r',
  'F5',
  'F12',
  'ctrl+shift+i',
  'ctrl+w',
  'ctrl+n',
  'ctrl+o',
  'ctrl+p',
  'ctrl+u',
  'ctrl+s',
  'alt+Left',
  'ctrl+q',
];

/** The popup's own page, its mark, and what else there is: windows, developer tools. */
function stateOf({ electron }: RunningApp): Promise<unknown> {
  return electron.evaluate(async ({ BrowserWindow, webContents }) => {
    const [page] = BrowserWindow.getAllWindows();
    return {
      windows: BrowserWindow.getAllWindows().length,
      pages: webContents.getAllWebContents().length,
      url: page?.webContents.getURL(),
      mark: await page?.webContents.executeJavaScript('globalThis.mark'),
      tools: page?.webContents.isDevToolsOpened(),
      visible: page?.isVisible(),
    };
  });
}

test('input 59: what is dropped onto the popup, and the keys of browsers, do nothing', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const witness = await startWitness();
  const app = await desk.launch(proxy.url);
  await (await desk.tray(app)).activate();
  const page = await app.popup();
  await page.getByRole('heading', { name: 'Everything is healthy' }).waitFor();
  await expect.poll(() => app.isPopupVisible()).toBe(true);
  // A page that was loaded anew would not have it.
  await page.evaluate(() => Object.assign(globalThis, { mark: 'the same' }));
  const html = join(desk.folder, 'dropped.html');
  writeFileSync(html, '<title>hacked</title><script>document.title = "hacked"</script>');
  await drop(page, { files: [html] });
  await drop(page, { items: [{ mimeType: 'text/uri-list', data: witness.url }] });
  await drop(page, { items: [{ mimeType: 'text/html', data: '<img src=x onerror="document.title=1">' }] });
  const press = ['search', '--onlyvisible', '--name', '^Pilot Light$', 'key', '--delay', '20', ...KEYS];
  expect((await startProcess(['xdotool', ...press]).ended).code).toBe(0);
  const same = { windows: 1, pages: 1, url: 'app://popup/index.html', mark: 'the same', tools: false, visible: true };
  expect(await stateOf(app)).toEqual(same);
  expect(await page.title()).toBe('Pilot Light');
  expect(await page.locator('body :is(img, iframe, a)').count()).toBe(0);
  expect(witness.connections()).toBe(0);
  await witness.close();
});
