import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from '../processes/error-code.ts';

/** Whether a file was written; if not, the code of the operating system. */
export type Written = { readonly ok: true } | { readonly ok: false; readonly code: string };

/**
 * Writes a file that only its owner may read, whole or not at all: into a temporary file of one fixed name beside it, synced
 * and renamed. What a crash leaves behind is overwritten the next time. Makes the folder, open to its owner only, if it is
 * missing. Never rejects. Calls for one path must not overlap.
 */
export async function writePrivately(path: string, text: string): Promise<Written> {
  const temporary = `${path}.new`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeSynced(temporary, text);
    await rename(temporary, path);
    return { ok: true };
  } catch (error) {
    await rm(temporary, { force: true, recursive: false }).catch(() => undefined);
    return { ok: false, code: errorCode(error) ?? 'unknown' };
  }
}

/** The same at once, for the end of the app, which waits for nothing. Throws the error of the file system. */
export function writePrivatelyNow(path: string, text: string): void {
  const temporary = `${path}.new`;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  rmSync(temporary, { force: true });
  writeFileSync(temporary, text, { mode: 0o600, flag: 'wx', flush: true });
  chmodSync(temporary, 0o600);
  renameSync(temporary, path);
}

async function writeSynced(path: string, text: string): Promise<void> {
  // A link that somebody put there would lead the text elsewhere.
  await rm(path, { force: true });
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
  // The mask of the process may have taken away too much.
  await chmod(path, 0o600);
}
