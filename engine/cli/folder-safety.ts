import { lstat, readlink, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

const BY_ANYBODY = 0o002;
const STICKY = 0o1000;
const MAX_LINKS = 16;

/**
 * Whether anybody on this computer could put another program in the place of this one: the file, its folder, or the
 * folder of a link on the way is writable by all, or one above them is without the sticky bit. Windows' own rights are
 * not seen. Rejects with the error of the file system.
 */
export async function isReplaceableByAnybody(path: string): Promise<boolean> {
  if (((await stat(path)).mode & BY_ANYBODY) !== 0) return true;
  const files = [...(await filesOnTheWay(path)), await realpath(path)];
  const folders = new Set(files.map((file) => dirname(file)));
  const checks = await Promise.all([...folders].map(isOpenFolder));
  return checks.includes(true);
}

async function filesOnTheWay(path: string): Promise<readonly string[]> {
  const files = [path];
  for (let file = path; files.length <= MAX_LINKS; files.push(file)) {
    // Each link is known only once the one before has been read.
    // oxlint-disable-next-line no-await-in-loop
    if (!(await lstat(file)).isSymbolicLink()) return files;
    // oxlint-disable-next-line no-await-in-loop
    file = resolve(dirname(file), await readlink(file));
  }
  return files;
}

/** Whether anybody may put a file into a folder, or put another folder in its place. Rejects as above. */
export async function isOpenFolder(folder: string): Promise<boolean> {
  const above = [folder];
  for (let at = folder; dirname(at) !== at; at = dirname(at)) above.push(dirname(at));
  const modes = await Promise.all(above.map(async (path) => (await stat(path)).mode));
  return modes.some((mode, index) => (mode & BY_ANYBODY) !== 0 && (index === 0 || (mode & STICKY) === 0));
}
