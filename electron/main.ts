import { app, session, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import type { Worked } from '../core/advice/worked.ts';
import { redactor } from '../core/report/redact.ts';
import { writeReport } from '../core/report/write-report.ts';
import type { Settings } from '../core/settings.ts';
import { english } from '../core/text/english.ts';
import { systemClock } from '../engine/clock.ts';
import type { Monitor } from '../engine/monitor.ts';
import { startMonitor } from '../engine/start-monitor.ts';
import { holdConnection } from '../engine/probe/held-connection.ts';
import { readSettingsFile } from '../engine/settings-file.ts';
import type { Survey } from '../engine/survey.ts';
import { loadWorked, saveWorked } from '../engine/worked-file.ts';
import type { DesktopFact } from '../core/diagnosis/facts.ts';
import { actOn, type Act } from './actions.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { readCommandLine, type LaunchOptions } from './command-line.ts';
import { busNotifier } from './desktop-bus/bus-notifier.ts';
import { desktopServices } from './desktop-bus/desktop-services.ts';
import { openSessionBus, type DesktopBus } from './desktop-bus/session-bus.ts';
import { followTrayHost } from './desktop-bus/tray-host.ts';
import { followTrayPresence } from './desktop-bus/tray-presence.ts';
import { rememberErrors } from './error-memory.ts';
import { guardProcess } from './guard.ts';
import { serveIpc } from './ipc.ts';
import { reportLights } from './light-report.ts';
import { logTo, writeToStderr } from './log.ts';
import { announceAlerts } from './notifications.ts';
import { electronNotifier } from './notifier.ts';
import { keepPicture } from './picture.ts';
import { currentPlatform } from './platform.ts';
import { openPopupPage, type PopupPageOptions } from './popup-page.ts';
import { popupPlace } from './popup-place.ts';
import type { Rectangle } from './popup-position.ts';
import { Popup } from './popup.ts';
import { followPower } from './power.ts';
import { quitCleanly } from './quitting.ts';
import { keepReport } from './report-keeper.ts';
import { privateWords, reportTools } from './report-tools.ts';
import { lockDownApp, lockDownSession } from './security.ts';
import { isOnlyInstance, onSecondLaunch } from './single-instance.ts';
import { stepTools } from './step-tools.ts';
import { surveyHere } from './survey-here.ts';
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
const texts = english;
const platform = currentPlatform();
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
  const settings = settingsFor(settingsPath, options);
  lockDownSession(session.defaultSession);
  const stopServing = serveApp(built('renderer'), log);
  const { cliPath } = settings;
  const desktop = (): Promise<DesktopFact> => desktopServices(bus);
  const survey = surveyHere({ platform, clock, settingsPath, cliPath, desktop, recentErrors: errors.recent, log });
  const monitor = watch(settings, survey, join(userData, 'worked.json'));
  const { popup, act, openPage, stop: stopFaces } = showFaces(monitor, survey, userData);
  const stops = [
    () => monitor.stop(),
    () => survey?.stop(),
    stopFaces,
    stopServing,
    followPower(monitor),
    ...(settings.notifications ? [announce(monitor, popup, act)] : []),
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

function settingsFor(path: string, { url }: LaunchOptions): Settings {
  const { settings, problem } = readSettingsFile(path);
  if (problem !== undefined) log(`The settings in ${path} cannot be read; using the defaults`, problem);
  return url === undefined ? settings : { ...settings, targets: [{ url }] };
}

function watch(settings: Settings, survey: Survey | undefined, workedPath: string): Monitor {
  return startMonitor({
    settings,
    platform,
    appVersion: app.getVersion(),
    clock,
    connect: (url, onLost) => holdConnection({ url, onLost, clock, userAgent: `Pilot-Light/${app.getVersion()}` }),
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

function showFaces(monitor: Monitor, survey: Survey | undefined, userData: string): Faces {
  const openPage: Faces['openPage'] = (how) => {
    const window = openPopupPage({ preload: built('preload', 'preload.cjs'), log, ...how });
    ipc.admit(window.webContents);
    return window;
  };
  const place = (): Rectangle => popupPlace(tray.bounds());
  const popup = new Popup({
    open: (asWindow) => openPage({ offscreen: false, asWindow }),
    place,
    onWatched: (watched) => monitor.attend(watched),
    onLastClosed: () => app.quit(),
    clock,
    idleMs: POPUP_IDLE_MS,
  });
  const report = keepReport({
    ...reportTools,
    askWhere: (proposal) => popup.stayWhile(reportTools.askWhere(proposal)),
    write: (format) => writeReport(monitor.snapshot(), { format, texts, redact, errors: errors.recent() }),
  });
  const steps = stepTools({ monitor, survey, platform, clock, folder: userData, log });
  const act = actOn({ monitor, popup, steps, report, log });
  const ipc = serveIpc({ monitor, act, log });
  const tray = createTray({
    iconFolder: built('icons'),
    platform,
    texts,
    act: (action) => void act(action),
    toggle: () => popup.toggle(),
  });
  tray.render(monitor.snapshot());
  const stopFollowing = bus && followTrayHost({ bus, clock, remake: () => tray.remake(), log });
  const stopStandingIn = bus && standInForTray(bus, popup, monitor);
  const stopDrawing = monitor.onSnapshot((snapshot) => tray.render(snapshot));
  const stop = (): void => {
    stopDrawing();
    stopFollowing?.();
    stopStandingIn?.();
    tray.stop();
    ipc.stop();
    popup.stop();
  };
  return { popup, act, openPage, stop };
}

// Without a tray there would be nothing of the app to be seen: then its window stands alone.
function standInForTray(desktop: DesktopBus, popup: Popup, monitor: Monitor): () => void {
  const onPresence = (isPresent: boolean): void => {
    monitor.note({ noTray: !isPresent });
    popup.standAlone(!isPresent);
  };
  return followTrayPresence({ bus: desktop, clock, onPresence });
}

function announce(monitor: Monitor, popup: Popup, act: Act): () => void {
  const notifier =
    bus === undefined
      ? electronNotifier(log)
      : busNotifier({ bus, appName: app.name, desktopEntry: 'pilot-light', openLabel: texts.menu.open, log });
  const stopAnnouncing = announceAlerts({ monitor, notifier, popup, act: (action) => void act(action), texts });
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
