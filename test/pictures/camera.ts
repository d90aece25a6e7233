import { app, BrowserWindow, nativeTheme, session } from 'electron';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { POPUP_ORIGIN, serveApp } from '../../electron/app-protocol.ts';
import { registerAppScheme } from '../../electron/app-scheme.ts';
import { guardProcess } from '../../electron/guard.ts';
import { serveIpc, type Ipc } from '../../electron/ipc.ts';
import { logTo, writeToStderr } from '../../electron/log.ts';
import { openPopupPage } from '../../electron/popup-page.ts';
import { lockDownApp, lockDownSession } from '../../electron/security.ts';
import type { Settings } from '../../core/settings.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import type { Action, Outcome, OwnUsage } from '../../core/contract.ts';
import { diagnosisOf } from '../renderer/diagnoses.ts';
import { pastOf, withPast, type PastName } from '../renderer/pasts.ts';
import { momentsAround } from '../renderer/recorded.ts';
import { snapshotOf } from '../renderer/states.ts';
import { accessibilityFaults } from './accessibility.ts';
import { REPORT_TEXT } from './report-text.ts';
import type { Shot } from './shot.ts';
import { SHOTS } from './shots.ts';

// Takes the pictures: the real window, preload script, channels and page; only the snapshots are made here.
const [out = '', docs = '', axe = ''] = process.argv.slice(-3);
const pictures = join(out, 'pictures');
const SCALE = 2;
// Only our own words are logged here.
const log = logTo(writeToStderr, (text) => text);
const REPORT: Outcome = { done: true, report: REPORT_TEXT };
/** What the program says that it costs: a little more each time. */
const measured = (): Outcome => {
  usage = { ...usage, cpuMs: usage.cpuMs + 14, uptimeMs: usage.uptimeMs + 2_000 };
  return { done: true, usage };
};
// The pseudo-locales close the bracket of a short text where a longer one begins like it and goes on.
const BROKEN_BY_BRACKETS = ['label-content-name-mismatch'];
const COMPOSED = { width: 1_280, height: 736 };

let usage: OwnUsage = {
  processes: 4,
  memoryBytes: 182_400_000,
  cpuMs: 9_400,
  uptimeMs: 3_600_000,
  requests: 12_034,
};
let shown: Snapshot = snapshotOf([], Date.now());
let past: PastName | undefined;

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
  const monitor = { snapshot: () => shown, onSnapshot: () => () => {} };
  const ipc = serveIpc({ monitor, act: (action) => Promise.resolve(outcomeOf(action)), log });
  const faults: string[] = [];
  for (const shot of SHOTS) {
    // One after the other: they share the theme and the snapshot.
    // oxlint-disable-next-line no-await-in-loop
    faults.push(...(await take(shot, ipc)));
  }
  ipc.stop();
  await compose();
  if (faults.length > 0) throw new Error(`The popup is not accessible:\n${faults.join('\n')}`);
}

function outcomeOf(action: Action): Outcome {
  if (action.type === 'measure') return measured();
  if (action.type === 'look-back') {
    return past === undefined ? { done: false } : { done: true, lookBack: pastOf(past, action.span, shown.at) };
  }
  if (action.type === 'read-recording') return { done: true, moments: momentsAround(action.startedAt) };
  return REPORT;
}

async function take(shot: Shot, ipc: Ipc): Promise<readonly string[]> {
  const { name, states, diagnosis, worked = {}, click = [], scroll = 0, media, theme, zoom, kept } = shot;
  const now = Date.now();
  const beside = {
    worked,
    ...(diagnosis !== undefined && { diagnosis: diagnosisOf(diagnosis, now) }),
    ...shot.beside?.(now),
  };
  const { folder, language } = spoken(shot);
  const stopServing = serveApp(join(out, folder), log);
  const snapshot = snapshotOf(states, now, 1, beside);
  const spokenSnapshot = { ...snapshot, settings: { ...snapshot.settings, language } };
  past = shot.past;
  shown = past === undefined ? spokenSnapshot : withPast(spokenSnapshot, past);
  nativeTheme.themeSource = theme;
  const window = openPopupPage({
    asWindow: false,
    preload: join(out, 'preload', 'preload.cjs'),
    offscreen: false,
    log,
  });
  ipc.admit(window.webContents);
  await new Promise<void>((loaded) => window.webContents.once('did-finish-load', () => loaded()));
  if (media !== undefined) await emulate(window, media);
  await settle(window, zoom);
  for (const text of click) {
    // Each click leads to where the next one is.
    // oxlint-disable-next-line no-await-in-loop
    await window.webContents.executeJavaScript(clickOn(text));
  }
  await window.webContents.executeJavaScript(scrollTo(scroll));
  // The pointer of the screen lies somewhere over the window.
  window.webContents.sendInputEvent({ type: 'mouseLeave', x: 0, y: 0 });
  const withoutRules = shot.language?.startsWith('pseudo') === true ? BROKEN_BY_BRACKETS : [];
  const faults = await accessibilityFaults(window.webContents, axe, withoutRules);
  const picture = await capture(window);
  stopServing();
  writeFileSync(join(pictures, `${name}.png`), picture);
  if (kept) writeFileSync(join(docs, `${name}.png`), picture);
  return faults.map((fault) => `${name}: ${fault}`);
}

/** Which build of the popup is shown, and what its settings say: in that of the pseudo-locales they stand for others. */
function spoken({ language }: Shot): { readonly folder: string; readonly language: Settings['language'] } {
  if (language === 'pseudo') return { folder: 'pseudo-renderer', language: 'de' };
  if (language === 'pseudo-rtl') return { folder: 'pseudo-renderer', language: 'ja' };
  return { folder: 'renderer', language: language ?? 'en' };
}

/** Lets the page find that the user prefers what most do not. */
async function emulate({ webContents }: BrowserWindow, [name, value]: NonNullable<Shot['media']>): Promise<void> {
  webContents.debugger.attach();
  await webContents.debugger.sendCommand('Emulation.setEmulatedMedia', { features: [{ name, value }] });
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

// The other pages, of which the style is the last part, come when the popup has nothing else to do.
const clickOn = (text: string): string => `(async () => {
  const isOfPages = ({ href }) => href?.includes('/pages-');
  while (![...document.styleSheets].some(isOfPages)) await new Promise(requestAnimationFrame);
  const wanted = ({ textContent, ariaLabel }) => (ariaLabel ?? textContent).includes(${JSON.stringify(text)});
  [...document.querySelectorAll('button, label, summary')].find(wanted)?.click();
  await new Promise((later) => setTimeout(later, 100));
  await new Promise(requestAnimationFrame);
})()`;

const scrollTo = (pixels: number): string => `(async () => {
  document.querySelector('main').scrollTop = ${pixels};
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
})()`;

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
