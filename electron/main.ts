import { app, session, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import type { Worked } from '../core/advice/worked.ts';
import { redactor } from '../core/report/redact.ts';
import { writeReport } from '../core/report/write-report.ts';
import { traySupplier } from '../core/sight/tray-supplier.ts';
import { english } from '../core/text/english.ts';
import { systemClock } from '../engine/clock.ts';
import { currentPlatform } from '../engine/current-platform.ts';
import type { Monitor } from '../engine/monitor.ts';
import { startMonitor } from '../engine/start-monitor.ts';
import { holdConnection } from '../engine/probe/held-connection.ts';
import { privateWords } from '../engine/private-words.ts';
import type { Survey } from '../engine/survey.ts';
import { loadWorked, saveWorked } from '../engine/worked-file.ts';
import type { DesktopFact } from '../core/diagnosis/facts.ts';
import { actOn, type Act } from './actions.ts';
import { announceHere } from './announce-here.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { readCommandLine, type LaunchOptions } from './command-line.ts';
import { desktopServices } from './desktop-bus/desktop-services.ts';
import { openSessionBus } from './desktop-bus/session-bus.ts';
import { followTrayHost } from './desktop-bus/tray-host.ts';
import { rememberErrors } from './error-memory.ts';
import { guardProcess } from './guard.ts';
import { serveIpc } from './ipc.ts';
import { reportLights } from './light-report.ts';
import { logTo, printLine, writeToStderr } from './log.ts';
import { keepPicture } from './picture.ts';
import { openPopupPage, type PopupPageOptions } from './popup-page.ts';
import { followDisplays, popupPlace, windowPlace } from './popup-place.ts';
import type { Rectangle } from './popup-position.ts';
import { Popup } from './popup.ts';
import { followPower } from './power.ts';
import { proxySearch } from './proxy-search.ts';
import { quitCleanly } from './quitting.ts';
import { keepReport } from './report-keeper.ts';
import { askWhich, reportTools } from './report-tools.ts';
import { lockDownApp, lockDownSession } from './security.ts';
import { settingsActions } from './settings-actions.ts';
import { settingsHere, type SettingsHere } from './settings-here.ts';
import { isOnlyInstance, onSecondLaunch } from './single-instance.ts';
import { createSnoozing } from './snoozing.ts';
import { standInForTray } from './stand-in-for-tray.ts';
import { stepTools } from './step-tools.ts';
import { surveyHere } from './survey-here.ts';
import { takeEffect } from './take-effect.ts';
import { textsFor } from './texts-for.ts';
import { createTray } from './tray.ts';

const POPUP_IDLE_MS = 60_000;
// EX_USAGE of sysexits.h: the command was used wrongly.
const EXIT_USAGE = 64;

const redact = redactor(privateWords());
const errors = rememberErrors();
const log = logTo((line) => {
  errors.keep(line);
  writeToStderr(line);
}, redact);
const clock = systemClock;
// For reports and for scripts that read along; whoever helps can read it.
const texts = english;
const userAgent = `Pilot-Light/${app.getVersion()}`;
const platform = currentPlatform();
const supplier = traySupplier(process.env);
const bus = platform === 'linux' ? openSessionBus({ env: process.env, clock }) : undefined;

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
  const userData = app.getPath('userData');
  const settingsPath = join(userData, 'settings.json');
  const here = settingsHere({ path: settingsPath, url: options.url, clock, log });
  const cliPath = (): string | undefined => here.current().settings.cliPath;
  const desktop = (): Promise<DesktopFact> => desktopServices(bus, supplier);
  const survey = surveyHere({ platform, clock, settingsPath, cliPath, desktop, recentErrors: errors.recent, log });
  const monitor = watch(here, survey, join(userData, 'worked.json'));
  const { popup, act, openPage, stop: stopFaces } = showFaces(monitor, survey, here, userData);
  // The icon comes first: opening the session takes longer than it, and no page is opened before the end of this function.
  lockDownSession(session.defaultSession);
  const stopServing = serveApp(built('renderer'), log);
  const stops = [
    () => monitor.stop(),
    () => survey?.stop(),
    stopFaces,
    stopServing,
    followPower(monitor),
    takeEffect({ here, monitor, platform, openPopup: () => popup.show(), log }),
    () => here.store.stop(),
    announceHere({ bus, monitor, popup, act: (action) => void act(action), textsFor, clock, log }),
    ...(options.reportLights ? [reportLights(monitor, texts, printLine)] : []),
    ...(options.picture === undefined
      ? []
      : [keepPicture(openPage({ offscreen: true, asWindow: false }), options.picture, clock, log)]),
    // Last: what was shown by it is closed by it.
    () => bus?.stop(),
  ];
  onSecondLaunch(() => popup.show());
  quitCleanly(() => stops.forEach((stop) => stop()));
}

function watch(here: SettingsHere, survey: Survey | undefined, workedPath: string): Monitor {
  return startMonitor({
    ...here.current(),
    platform,
    appVersion: app.getVersion(),
    clock,
    connect: (url, onLost) => holdConnection({ url, onLost, clock, userAgent }),
    worked: loadWorked(workedPath),
    onWorked: (worked) => void remember(workedPath, worked),
    onError: (error) => log('Watching failed', error),
    ...(survey !== undefined && { surveyor: survey, facts: survey.facts }),
  });
}

async function remember(path: string, worked: Worked): Promise<void> {
  const written = await saveWorked(path, worked);
  if (!written.ok) log('What helped could not be remembered', written.code);
}

interface Faces {
  readonly popup: Popup;
  readonly act: Act;
  readonly openPage: (how: Pick<PopupPageOptions, 'offscreen' | 'asWindow'>) => BrowserWindow;
  readonly stop: () => void;
}

function showFaces(monitor: Monitor, survey: Survey | undefined, here: SettingsHere, userData: string): Faces {
  const openPage: Faces['openPage'] = (how) => {
    const window = openPopupPage({ preload: built('preload', 'preload.cjs'), log, ...how });
    ipc.admit(window.webContents);
    return window;
  };
  const place = (): Rectangle => popupPlace(tray.bounds());
  const popup = new Popup({
    open: (asWindow) => openPage({ offscreen: false, asWindow }),
    place,
    inSight: windowPlace,
    onWatched: (watched) => {
      // Where the file cannot be watched, it is read when somebody looks.
      if (watched) here.store.reread();
      monitor.attend(watched);
    },
    onLastClosed: () => app.quit(),
    clock,
    idleMs: POPUP_IDLE_MS,
  });
  const askWhere = (proposal: string): Promise<string | undefined> => popup.stayWhile(reportTools.askWhere(proposal));
  const report = keepReport({
    ...reportTools,
    askWhere,
    write: (format) => writeReport(monitor.snapshot(), { format, texts, redact, errors: errors.recent() }),
  });
  const steps = stepTools({ monitor, survey, platform, clock, folder: userData, log });
  const settings = settingsActions({ store: here.store, askWhere, askWhich: () => popup.stayWhile(askWhich()), log });
  const snoozing = createSnoozing({ monitor, clock });
  const search = proxySearch({ monitor, clock, userAgent });
  const act = actOn({ monitor, popup, steps, report, settings, snoozing, search, log });
  const ipc = serveIpc({ monitor, act, log });
  const tray = createTray({
    iconFolder: built('icons'),
    platform,
    textsFor,
    act: (action) => void act(action),
    toggle: () => popup.toggle(),
  });
  tray.render(monitor.snapshot());
  const stopFollowing = bus && followTrayHost({ bus, clock, remake: () => tray.remake(), log });
  const stopStandingIn = bus && standInForTray({ bus, popup, supplier, monitor, clock });
  const stopPlacing = followDisplays(() => popup.replace());
  const stopDrawing = monitor.onSnapshot((snapshot) => tray.render(snapshot));
  const stop = (): void => {
    stopDrawing();
    stopPlacing();
    search.stop();
    snoozing.stop();
    stopFollowing?.();
    stopStandingIn?.();
    tray.stop();
    ipc.stop();
    popup.stop();
  };
  return { popup, act, openPage, stop };
}

/** A folder or file that the build made. */
function built(...names: readonly string[]): string {
  return join(app.getAppPath(), 'out', ...names);
}
