import { app } from 'electron';
import { setTimeout as wait } from 'node:timers/promises';
import { registerAppScheme } from './app-scheme.ts';
import { readCommandLine, type LaunchOptions } from './command-line.ts';
import { earlyWish } from './early-wish.ts';
import { guardProcess } from './guard.ts';
import { log } from './own-log.ts';
import { systemClock } from '../engine/clock.ts';
import { currentPlatform } from '../engine/current-platform.ts';
import { quitCleanly } from './quitting.ts';
import { lockDownApp } from './security.ts';
import { giveWay, isOnlyInstance, onSecondLaunch } from './single-instance.ts';
import { putTrayIcon } from './tray-icon.ts';

// What this file imports is read before the icon is there, so it is little; the app itself is in `main.ts`.

// EX_USAGE of sysexits.h: the command was used wrongly.
const EXIT_USAGE = 64;
const EXIT_FAILURE = 1;
// The tray of a Linux desktop asks for the icon, and shows it once it was answered; loading the app would keep it waiting. A
// longer wait brought the icon no earlier, but the first verdict later (measured).
const TRAY_ASKS_MS = 10;

guardProcess(log);
registerAppScheme();
lockDownApp();

const commandLine = readCommandLine(process.argv.slice(1), app.isPackaged);
if (!commandLine.ok) {
  log(commandLine.problem);
  app.exit(EXIT_USAGE);
} else if (isOnlyInstance()) {
  // Electron gets ready once this module has run: waiting for it right here would wait for ever.
  void app.whenReady().then(() => begin(commandLine.options));
} else {
  app.exit(0);
}

/** Puts up the icon, heeds what may happen from then on, and has the app started. */
async function begin(options: LaunchOptions): Promise<void> {
  giveWay(systemClock);
  const platform = currentPlatform();
  const icon = putTrayIcon(platform);
  const wish = earlyWish();
  let stop: (() => void) | undefined;
  let isQuitting = false;
  icon.on('click', wish.express);
  onSecondLaunch(wish.express);
  quitCleanly(() => {
    isQuitting = true;
    stop?.();
  });
  if (platform === 'linux') await wait(TRAY_ASKS_MS);
  try {
    const main = await import('./main.ts');
    icon.off('click', wish.express);
    if (!isQuitting) stop = main.start(options, icon, wish);
  } catch (error) {
    // An icon that tells nothing and has no menu could not even be ended.
    log('The app cannot be started', error);
    app.exit(EXIT_FAILURE);
  }
}
