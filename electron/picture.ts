import type { BrowserWindow, NativeImage } from 'electron';
import { renameSync, writeFileSync } from 'node:fs';
import type { Clock } from '../engine/clock.ts';
import type { Log } from './log.ts';

const PERIOD_MS = 1_000;
// More would be drawn for nothing.
const FRAMES_PER_SECOND = 2;

/**
 * Keeps a picture (PNG) of an offscreen window in a file: written whenever what is drawn changes, whole or not at all,
 * and at most once a second. Ends with the returned stop.
 */
export function keepPicture(window: BrowserWindow, path: string, clock: Clock, log: Log): () => void {
  let latest: NativeImage | undefined;
  let cancel: (() => void) | undefined;
  const write = (): void => {
    cancel = undefined;
    if (latest === undefined) return;
    writeWhole(path, latest.toPNG(), log);
    latest = undefined;
    cancel = clock.after(PERIOD_MS, write);
  };
  window.webContents.setFrameRate(FRAMES_PER_SECOND);
  window.webContents.on('paint', (_event, _changed, image) => {
    latest = image;
    if (cancel === undefined) write();
  });
  return () => {
    cancel?.();
    window.destroy();
  };
}

// Who looks at the file while it is being written sees the picture before.
function writeWhole(path: string, bytes: Uint8Array, log: Log): void {
  try {
    writeFileSync(`${path}.part`, bytes);
    renameSync(`${path}.part`, path);
  } catch (error) {
    log(`The picture ${path} cannot be written`, error);
  }
}
