import { app, session, type BrowserWindow, type Tray } from 'electron';
import { join } from 'node:path';
import type { ReportFormat } from '../core/contract.ts';
import { traySupplier } from '../core/sight/tray-supplier.ts';
import { english } from '../core/text/english.ts';
import { systemClock } from '../engine/clock.ts';
import { contained } from '../engine/contained.ts';
import { currentPlatform } from '../engine/current-platform.ts';
import type { Written } from '../engine/files/private-file.ts';
import type { Monitor } from '../engine/monitor.ts';
import { startMonitor } from '../engine/start-monitor.ts';
import { holdConnection } from '../engine/probe/held-connection.ts';
import type { Survey } from '../engine/survey.ts';
import { loadWorked, workedKeeper } from '../engine/worked-file.ts';
import type { DesktopFact } from '../core/diagnosis/facts.ts';
import { actOn, type Act } from './actions.ts';
import { announceHere } from './announce-here.ts';
import { serveApp } from './app-protocol.ts';
import { built } from './built.ts';
import type { LaunchOptions } from './command-line.ts';
import { desktopServices } from './desktop-bus/desktop-services.ts';
import { openSessionBus } from './desktop-bus/session-bus.ts';
import { followTrayHost } from './desktop-bus/tray-host.ts';
import type { EarlyWish } from './early-wish.ts';
import { offerEditing } from './edit-menu.ts';
import { incidentCopy } from './incident-copy.ts';
import { serveIpc } from './ipc.ts';
import { reportLights } from './light-report.ts';
import { printLine } from './log.ts';
import { memoryOf } from './memory.ts';
import { firstPicture } from './first-picture.ts';
import { giveBackMemory } from './give-back-memory.ts';
import { keepPicture } from './picture.ts';
import { errors, log, redact } from './own-log.ts';
import { openPopupPage, type PopupPageOptions } from './popup-page.ts';
import { followDisplays, popupPlace, windowPlace } from './popup-place.ts';
import type { Rectangle } from './popup-position.ts';
import { Popup } from './popup.ts';
import { followPower } from './power.ts';
import { proxySearch } from './proxy-search.ts';
import { keepRecordings } from './recording-keeper.ts';
import { keepReport } from './report-keeper.ts';
import { rememberHere, type Remembered } from './remember-here.ts';
import { askWhich, reportTools } from './report-tools.ts';
import { lockDownSession } from './security.ts';
import { settingsActions } from './settings-actions.ts';
import { settingsHere, type SettingsHere } from './settings-here.ts';
import { createSnoozing } from './snoozing.ts';
import { standInForTray } from './stand-in-for-tray.ts';
import { stepTools } from './step-tools.ts';
import { surveyHere } from './survey-here.ts';
import { takeEffect } from './take-effect.ts';
import { textsIn, type TextsFor } from './texts-for.ts';
import { createTray } from './tray.ts';

const POPUP_IDLE_MS = 60_000;
// By then the first verdict is there, and nobody misses a notification before it.
const BUS_AFTER_MS = 250;

const clock = systemClock;
// For reports and for scripts that read along; whoever helps can read it.
const texts = english;
const userAgent = `Pilot-Light/${app.getVersion()}`;
const platform = currentPlatform();
const supplier = traySupplier(process.env);
const bus =
  platform === 'linux' ? openSessionBus({ env: process.env, clock, afterMs: BUS_AFTER_MS, onError: log }) : undefined;

/** Puts the app together around its icon. Each part is given what it needs, and gives back its stop. Gives that of all. */
export function start(options: LaunchOptions, icon: Tray, wish: EarlyWish): () => void {
  const userData = app.getPath('userData');
  const settingsPath = join(userData, 'settings.json');
  const here = settingsHere({ path: settingsPath, url: options.url, clock, log });
  const cliPath = (): string | undefined => here.current().settings.cliPath;
  const desktop = (): Promise<DesktopFact> => desktopServices(bus, supplier);
  const survey = surveyHere({ platform, clock, settingsPath, cliPath, desktop, recentErrors: errors.recent, log });
  const past: Remembered = rememberHere({ folder: userData, monitor: () => monitor, clock, redact, log });
  const monitor = watch(here, survey, past, join(userData, 'worked.json'));
  const textsFor = textsIn({ systemLocale: app.getLocale(), onLoaded: () => monitor.note({}), log });
  const {
    popup,
    act,
    openPage,
    stop: stopFaces,
  } = showFaces({ icon, monitor, textsFor, survey, past, here, userData });
  // No page is opened before the end of this function.
  lockDownSession(session.defaultSession);
  offerEditing(platform);
  const path = built('picture', 'picture.cjs');
  const picture = firstPicture({ path, snapshot: () => monitor.snapshot(), textsFor, clock, log });
  const stopServing = serveApp(built('renderer'), log, picture);
  const stops = [
    () => monitor.stop(),
    () => past.stop(),
    () => survey?.stop(),
    stopFaces,
    stopServing,
    picture.stop,
    followPower(past.history, monitor),
    takeEffect({ here, monitor, platform, openPopup: () => popup.show(), log }),
    () => here.store.stop(),
    announceHere({
      bus,
      monitor,
      popup,
      act: (action) => void act(action),
      textsFor,
      onTold: past.history.told,
      clock,
      log,
    }),
    giveBackMemory(clock, log),
    ...(options.reportLights ? [reportLights(monitor, texts, printLine)] : []),
    ...(options.picture === undefined
      ? []
      : [keepPicture(openPage({ offscreen: true, asWindow: false }), options.picture, clock, log)]),
    // Last: what was shown by it is closed by it.
    () => bus?.stop(),
  ];
  wish.heed(() => popup.show());
  return () =>
    stops.forEach((stop) => contained(stop, (error) => log('A part of the app could not be stopped', error)));
}

function watch(here: SettingsHere, survey: Survey | undefined, past: Remembered, workedPath: string): Monitor {
  const keepWorked = workedKeeper(workedPath);
  return startMonitor({
    ...here.current(),
    platform,
    appVersion: app.getVersion(),
    clock,
    connect: (url, onLost) => holdConnection({ url, onLost, clock, userAgent }),
    worked: loadWorked(workedPath),
    onWorked: (worked) => void remembered(keepWorked(worked)),
    onEvent: past.onEvent,
    availability: past.history.availability,
    onFixed: past.history.proved,
    onError: (error) => log('Watching failed', error),
    ...(survey !== undefined && { surveyor: survey, facts: survey.facts }),
  });
}

async function remembered(keeping: Promise<Written>): Promise<void> {
  const written = await keeping;
  if (!written.ok) log('What helped could not be remembered', written.code);
}

interface Faces {
  readonly popup: Popup;
  readonly act: Act;
  readonly openPage: (how: Pick<PopupPageOptions, 'offscreen' | 'asWindow'>) => BrowserWindow;
  readonly stop: () => void;
}

interface FacesOptions {
  readonly icon: Tray;
  readonly monitor: Monitor;
  readonly textsFor: TextsFor;
  readonly survey: Survey | undefined;
  readonly past: Remembered;
  readonly here: SettingsHere;
  readonly userData: string;
}

function showFaces({ icon, monitor, textsFor, survey, past, here, userData }: FacesOptions): Faces {
  const { history, recorder } = past;
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
    write: (format) => writeReportOf(monitor, format),
  });
  const recordings = keepRecordings({ textOf: (key) => recorder.textOf(key), askWhere, save: reportTools.save });
  const steps = stepTools({ monitor, survey, platform, clock, folder: userData, log });
  const settings = settingsActions({ store: here.store, askWhere, askWhich: () => popup.stayWhile(askWhich()), log });
  const snoozing = createSnoozing({ monitor, clock });
  const search = proxySearch({ monitor, clock, userAgent });
  const memory = memoryOf(history, monitor);
  const copyIncident = incidentCopy({ memory, copy: reportTools.copy, texts, redact, clock });
  const act = actOn({
    monitor,
    popup,
    steps,
    report,
    copyIncident,
    recordings,
    settings,
    snoozing,
    search,
    memory,
    log,
  });
  const ipc = serveIpc({ monitor, act, log });
  const tray = createTray({
    icon,
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

// Seldom wanted, so not loaded at the start.
async function writeReportOf(monitor: Monitor, format: ReportFormat): Promise<string> {
  const { writeReport } = await import('../core/report/write-report.ts');
  return writeReport(monitor.snapshot(), { format, texts, redact, errors: errors.recent() });
}
