import { lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from '../processes/error-code.ts';
import type { Written } from './private-file.ts';
import { readFileNow } from './read-file-now.ts';

/** What stands where a file is to be written. */
export type Standing = 'nothing' | 'ours' | 'theirs';

const MAX_BYTES = 1_048_576;

/** What stands at a path. Only a regular file that `isOurs` knows by its text is ours. Never rejects. */
export async function standingAt(path: string, isOurs: (text: string) => boolean): Promise<Standing> {
  try {
    const there = await lstat(path);
    return there.isFile() && isOurs(readFileNow(path, MAX_BYTES)) ? 'ours' : 'theirs';
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'nothing' : 'theirs';
  }
}

/**
 * Writes a file that everybody may read, whole or not at all: into a new file beside it, synced and renamed. Makes its folder
 * if that is missing. Whoever calls has seen to it that nothing is lost. Never rejects.
 */
export function writeShared(path: string, text: string): Promise<Written> {
  return writeWhole(path, text, 0o644);
}

/** The same, but only its owner may read it: where the user chose the place, what stands beside it is the user's. Never rejects. */
export function writeForUser(path: string, text: string): Promise<Written> {
  return writeWhole(path, text, 0o600);
}

async function writeWhole(path: string, text: string, mode: number): Promise<Written> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.new`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeNew(temporary, text, mode);
    await rename(temporary, path);
    return { ok: true };
  } catch (error) {
    // What stands there was not made by us.
    if (errorCode(error) !== 'EEXIST') await rm(temporary, { force: true }).catch(() => undefined);
    return { ok: false, code: errorCode(error) ?? 'unknown' };
  }
}

async function writeNew(path: string, text: string, mode: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}
