import { app, session, type BrowserWindow } from 'electron';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../core/settings.ts';
import { english } from '../core/text/english.ts';
import { systemClock } from '../engine/clock.ts';
import { startMonitor, type Monitor } from '../engine/monitor.ts';
import { emptyFolder } from '../engine/empty-folder.ts';
import { holdConnection } from '../engine/probe/held-connection.ts';
import { startSurvey } from '../engine/survey.ts';
import type { Surveyor } from '../engine/surroundings.ts';
import { actOn } from './actions.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { readCommandLine, type LaunchOptions } from './command-line.ts';
import { guardProcess } from './guard.ts';
import { serveIpc } from './ipc.ts';
import { reportLights } from './light-report.ts';
import { logToStderr } from './log.ts';
import { announceAlerts } from './notifications.ts';
import { electronNotifier } from './notifier.ts';
import { keepPicture } from './picture.ts';
import { currentPlatform } from './platform.ts';
import { openPopupPage } from './popup-page.ts';
import { popupPlace } from './popup-place.ts';
import type { Rectangle } from './popup-position.ts';
import { Popup } from './popup.ts';
import { followPower } from './power.ts';
import { quitCleanly } from './quitting.ts';
import { lockDownApp, lockDownSession } from './security.ts';
import { readSettingsFile } from './settings-file.ts';
import { isOnlyInstance, onSecondLaunch } from './single-instance.ts';
import { createTray } from './tray.ts';

const POPUP_IDLE_MS = 60_000;
// EX_USAGE of sysexits.h: the command was used wrongly.
const EXIT_USAGE = 64;

const log = logToStderr;
const clock = systemClock;
const texts = english;
const platform = currentPlatform();

guardProcess(log);
registerAppScheme();
lockDownApp();

const commandLine = readCommandLine(process.argv.slice(1), app.isPackaged);
if (!commandLine.ok) {
  log(commandLine.problem);
  app.exit(EXIT_USAGE);
} else if (isOnlyInstance()) {
  // Electron gets ready once this module has run: waiting for it right here would wait for ever.
  void app.whenReady().then(() => start(commandLine.options));
} else {
  app.exit(0);
}

/** Puts the app together. Each part is given what it needs, and gives back its stop. */
function start(options: LaunchOptions): void {
  const settings = settingsFor(options);
  lockDownSession(session.defaultSession);
  const stopServing = serveApp(built('renderer'), log);
  const { surveyor, stop: stopSurvey } = survey();
  const monitor = watch(settings, surveyor);
  const { popup, openPage, stop: stopFaces } = showFaces(monitor);
  const stops = [
    () => monitor.stop(),
    stopSurvey,
    stopFaces,
    stopServing,
    followPower(monitor),
    ...(settings.notifications ? [announce(monitor, popup)] : []),
    ...(options.reportLights ? [reportLights(monitor, texts, printLine)] : []),
    ...(options.picture === undefined ? [] : [keepPicture(openPage(true), options.picture, clock, log)]),
  ];
  onSecondLaunch(() => popup.show());
  quitCleanly(() => stops.forEach((stop) => stop()));
}

function settingsFor({ url }: LaunchOptions): Settings {
  const settings = readSettingsFile(join(app.getPath('userData'), 'settings.json'), log);
  return url === undefined ? settings : { ...settings, targets: [{ url }] };
}

// Where no folder can be made, no program is started, and the light goes on without a look around.
function survey(): { readonly surveyor?: Surveyor; readonly stop: () => void } {
  try {
    const folder = emptyFolder();
    const surveyor = startSurvey({ env: process.env, platform, home: homedir(), folder: folder.path, clock });
    const stop = (): void => {
      surveyor.stop();
      folder.remove();
    };
    return { surveyor, stop };
  } catch (error) {
    log('This computer cannot be looked at', error);
    return { stop: () => {} };
  }
}

function watch(settings: Settings, surveyor: Surveyor | undefined): Monitor {
  return startMonitor({
    settings,
    platform,
    appVersion: app.getVersion(),
    clock,
    ...(surveyor !== undefined && { surveyor }),
    connect: (url, onLost) => holdConnection({ url, onLost, clock, userAgent: `Pilot-Light/${app.getVersion()}` }),
    onError: (error) => log('Watching failed', error),
  });
}

interface Faces {
  readonly popup: Popup;
  readonly openPage: (offscreen: boolean) => BrowserWindow;
  readonly stop: () => void;
}

function showFaces(monitor: Monitor): Faces {
  const openPage = (offscreen: boolean): BrowserWindow => {
    const window = openPopupPage({ preload: built('preload', 'preload.cjs'), offscreen, log });
    ipc.admit(window.webContents);
    return window;
  };
  const place = (): Rectangle => popupPlace(tray.bounds());
  const popup = new Popup({
    open: () => openPage(false),
    place,
    onWatched: (watched) => monitor.attend(watched),
    clock,
    idleMs: POPUP_IDLE_MS,
  });
  const act = actOn({ monitor, popup, platform, log });
  const ipc = serveIpc({ monitor, act, log });
  const tray = createTray({
    iconFolder: built('icons'),
    platform,
    texts,
    act: (action) => void act(action),
    toggle: () => popup.toggle(),
  });
  tray.render(monitor.snapshot());
  const stopDrawing = monitor.onSnapshot((snapshot) => tray.render(snapshot));
  const stop = (): void => {
    stopDrawing();
    tray.stop();
    ipc.stop();
    popup.stop();
  };
  return { popup, openPage, stop };
}

function announce(monitor: Monitor, popup: Popup): () => void {
  const notifier = electronNotifier(log);
  const stopAnnouncing = announceAlerts({ monitor, notifier, popup, texts });
  return () => {
    stopAnnouncing();
    notifier.stop();
  };
}

/** A folder or file that the build made. */
function built(...names: readonly string[]): string {
  return join(app.getAppPath(), 'out', ...names);
}

function printLine(line: string): void {
  process.stdout.write(`${line}\n`);
}
