import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode } from './processes/error-code.ts';

/** A new empty folder for programs to run in, and what removes it. */
export interface EmptyFolder {
  /** Made anew, if it was tidied away meanwhile. Throws when none can be made. */
  readonly path: () => string;
  /** Never throws: a program that was just ended may keep it for a moment on Windows, and then it stays, empty. */
  readonly remove: () => void;
}

/** Makes the folder among the system's temporary ones, open to its owner only. Throws when none can be made. */
export function emptyFolder(): EmptyFolder {
  return folderAt(temporary(), temporary);
}

/**
 * Makes the folder at this path, for who runs for weeks: temporary ones are tidied away after some days. What stands there is
 * removed. On a full disk it is a temporary one all the same. Throws when none can be made.
 */
export function emptyFolderAt(path: string): EmptyFolder {
  try {
    const make = (): string => madeAt(path);
    return folderAt(make(), make);
  } catch {
    return emptyFolder();
  }
}

function folderAt(first: string, make: () => string): EmptyFolder {
  let path = first;
  return {
    path: () => {
      if (!existsSync(path)) path = make();
      return path;
    },
    remove: () => remove(path),
  };
}

function temporary(): string {
  return mkdtempSync(join(tmpdir(), 'pilot-light-'));
}

function madeAt(path: string): string {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path, { mode: 0o700 });
  }
  return path;
}

function remove(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // See above: nothing is in it.
  }
}
