import { app, BrowserWindow, nativeTheme, session } from 'electron';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { POPUP_ORIGIN, registerAppScheme, serveApp } from '../../electron/app-protocol.ts';
import { guardProcess } from '../../electron/guard.ts';
import { serveIpc, type Ipc } from '../../electron/ipc.ts';
import { logToStderr as log } from '../../electron/log.ts';
import { openPopupPage } from '../../electron/popup-page.ts';
import { lockDownApp, lockDownSession } from '../../electron/security.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { snapshotOf } from '../renderer/states.ts';
import { accessibilityFaults } from './accessibility.ts';
import { SHOTS, type Shot } from './shots.ts';

// Takes the pictures: the real window, preload script, channels and page; only the snapshots are made here.
const [out = '', docs = '', axe = ''] = process.argv.slice(-3);
const pictures = join(out, 'pictures');
const SCALE = 2;
const COMPOSED = { width: 1_280, height: 736 };

let shown: Snapshot = snapshotOf([], Date.now());

guardProcess(log);
app.commandLine.appendSwitch('force-device-scale-factor', String(SCALE));
app.on('window-all-closed', () => {});
registerAppScheme();
lockDownApp();
void app
  .whenReady()
  .then(takeAll)
  .then(
    () => app.exit(0),
    (error: unknown) => {
      log('The pictures could not be taken', error);
      app.exit(1);
    },
  );

async function takeAll(): Promise<void> {
  lockDownSession(session.defaultSession);
  const stopServing = serveApp(join(out, 'renderer'), log);
  const monitor = { snapshot: () => shown, onSnapshot: () => () => {} };
  const ipc = serveIpc({ monitor, act: () => Promise.resolve(true), log });
  const faults: string[] = [];
  for (const shot of SHOTS) {
    // One after the other: they share the theme and the snapshot.
    // oxlint-disable-next-line no-await-in-loop
    faults.push(...(await take(shot, ipc)));
  }
  ipc.stop();
  stopServing();
  await compose();
  if (faults.length > 0) throw new Error(`The popup is not accessible:\n${faults.join('\n')}`);
}

async function take({ name, states, theme, zoom, kept }: Shot, ipc: Ipc): Promise<readonly string[]> {
  shown = snapshotOf(states, Date.now());
  nativeTheme.themeSource = theme;
  const window = openPopupPage({
    preload: join(out, 'preload', 'preload.cjs'),
    offscreen: false,
    log,
  });
  ipc.admit(window.webContents);
  await new Promise<void>((loaded) => window.webContents.once('did-finish-load', () => loaded()));
  await settle(window, zoom);
  const faults = await accessibilityFaults(window.webContents, axe);
  const picture = await capture(window);
  writeFileSync(join(pictures, `${name}.png`), picture);
  if (kept) writeFileSync(join(docs, `${name}.png`), picture);
  return faults.map((fault) => `${name}: ${fault}`);
}

/** The picture for the README: three popups side by side. */
async function compose(): Promise<void> {
  const stopServing = serveApp(pictures, log);
  const window = new BrowserWindow({ ...COMPOSED, show: false, frame: false, webPreferences: { sandbox: true } });
  await window.loadURL(`${POPUP_ORIGIN}/composition.html`);
  await settle(window, 1);
  writeFileSync(join(docs, 'popup.png'), await capture(window));
  stopServing();
}

/** Waits until the loaded page is drawn, and stops what moves in it. */
async function settle(window: BrowserWindow, zoom: number): Promise<void> {
  const { webContents } = window;
  window.showInactive();
  // Chromium remembers a zoom for the whole origin.
  webContents.setZoomFactor(zoom);
  await webContents.insertCSS('*, ::before, ::after { animation: none !important; transition: none !important; }');
  await webContents.executeJavaScript(DRAWN);
}

const DRAWN = `(async () => {
  while (document.querySelector('h1') === null) await new Promise(requestAnimationFrame);
  await document.fonts.ready;
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
})()`;

async function capture(window: BrowserWindow): Promise<Uint8Array> {
  const image = await window.webContents.capturePage();
  window.destroy();
  return image.toPNG();
}
