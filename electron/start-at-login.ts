import { app } from 'electron';
import { homedir } from 'node:os';
import type { Platform } from '../core/platform.ts';
import { autostartPath, autostartText, layAutostart, ownProgram, removeAutostart } from './autostart-file.ts';
import type { Log } from './log.ts';

/** Has the desktop start the app at login, or not; what is out of date, as after an AppImage was moved, is put right. */
export type StartAtLogin = (wanted: boolean) => void;

/** Only for the packaged app: the one under development has no program of its own that could be started. */
export function startAtLogin(platform: Platform, log: Log): StartAtLogin {
  let before = false;
  let turn: Promise<void> = Promise.resolve();
  return (wanted) => {
    if (!app.isPackaged) {
      if (wanted && !before) log('Start at login: only the packaged app can be started at login');
      before = wanted;
      return;
    }
    // One after the other: the last one counts.
    turn = turn.then(() => set(wanted, platform, log));
  };
}

async function set(wanted: boolean, platform: Platform, log: Log): Promise<void> {
  try {
    if (platform === 'linux') await setOnLinux(wanted, log);
    else setElsewhere(wanted);
  } catch (error) {
    log('Start at login cannot be set', error);
  }
}

async function setOnLinux(wanted: boolean, log: Log): Promise<void> {
  const path = autostartPath(process.env, homedir());
  const program = ownProgram(process.env, process.execPath);
  const done = wanted ? await layAutostart(path, autostartText(program, app.name)) : await removeAutostart(path);
  if (!done.ok) log(`Start at login cannot be set in ${path}`, new Error(done.code));
}

function setElsewhere(wanted: boolean): void {
  // The portable program for Windows unpacks itself into a folder that is gone tomorrow, and names its own file here.
  const path = process.env['PORTABLE_EXECUTABLE_FILE'];
  const program = path === undefined ? {} : { path };
  if (app.getLoginItemSettings(program).openAtLogin === wanted) return;
  app.setLoginItemSettings({ openAtLogin: wanted, ...program });
}
