import { app } from 'electron';
import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log } from './log.ts';

/** Keeps the main process alive through what would otherwise end it. The first thing that runs, before `ready`. */
export function guardProcess(log: Log): void {
  surviveClosedOutput();
  surviveSurprises(log);
  ensureDataFolder(log);
  if (app.isPackaged) refuseDebuggers();
  // By then it cannot be switched on again: a user may want this, as root must, but shall know.
  if (app.isPackaged && app.commandLine.hasSwitch('no-sandbox'))
    log('Chromium runs without its sandbox (--no-sandbox)');
}

// When the terminal that started us is gone, every write fails with EPIPE, and there is nobody left to tell.
function surviveClosedOutput(): void {
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
}

// Without these, Electron opens a modal error box, behind which the main loop stands still.
function surviveSurprises(log: Log): void {
  process.on('uncaughtException', (error) => log('Uncaught exception', error));
  process.on('unhandledRejection', (reason) => log('Unhandled rejection', reason));
}

// Electron ends before `ready` if it cannot write here.
function ensureDataFolder(log: Log): void {
  try {
    makeWritable(app.getPath('userData'));
  } catch (error) {
    log('The settings folder cannot be written; nothing will be remembered', error);
    useSpareFolder(log);
  }
}

function makeWritable(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
}

function useSpareFolder(log: Log): void {
  try {
    app.setPath('userData', mkdtempSync(join(tmpdir(), 'pilot-light-')));
  } catch (error) {
    log('No folder can be written at all', error);
  }
}

const DEBUG_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'js-flags',
  'load-extension',
  // What Chromium would start its processes in.
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
] as const;

// No fuse covers `--remote-debugging-port`; and with the inspector fused off, an unhandled SIGUSR1 ends the process.
function refuseDebuggers(): void {
  for (const name of DEBUG_SWITCHES) app.commandLine.removeSwitch(name);
  process.on('SIGUSR1', () => {});
}
