import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Platform } from '../../core/platform.ts';
import { isReplaceableByAnybody } from '../cli/folder-safety.ts';
import { variable, type Environment } from '../processes/child-environment.ts';

/** Where a script goes. `passing`: into a folder made for it, which the script itself removes. */
export interface ScriptPlace {
  readonly folder: string;
  readonly passing: boolean;
}

// What every terminal takes as one word that means itself: konsole replaces `$NAME` in it, qterminal splits it at spaces
// (measured). A Mac's `open` and Windows are given the path as one argument; still no sign that any shell might read.
const PLAIN: Readonly<Record<Platform, RegExp>> = {
  linux: /^\/[\w./-]*$/,
  mac: /^\/[\w ./-]*$/,
  windows: /^[A-Za-z]:\\[\w .~\\-]*$/,
};

/**
 * Our own folder if its path is plain, otherwise the system's for temporary files. Absent where neither is: then no terminal
 * can be trusted with the path.
 */
export function scriptPlace(folder: string, platform: Platform, env: Environment): ScriptPlace | undefined {
  if (PLAIN[platform].test(folder)) return { folder, passing: false };
  const named = variable(env, platform === 'windows' ? 'TEMP' : 'TMPDIR');
  const temporary = [named, platform === 'windows' ? undefined : '/tmp'];
  const plain = temporary.find((path) => path !== undefined && PLAIN[platform].test(path));
  return plain === undefined ? undefined : { folder: plain, passing: true };
}

/** A script that lies ready. */
export interface ReadyScript {
  readonly path: string;
  /** For a script that nobody ran. */
  remove(): Promise<void>;
}

/**
 * Writes a script that only its owner may read, change or run. In our own folder it takes the place of the one before, in one
 * step: one that is just being opened stays whole. Absent when anybody could put another in its place. Rejects with the error
 * of the file system.
 */
export async function putScript(place: ScriptPlace, name: string, text: string): Promise<ReadyScript | undefined> {
  if (!place.passing) await mkdir(place.folder, { recursive: true, mode: 0o700 });
  const folder = place.passing ? await mkdtemp(join(place.folder, 'pilot-light-')) : place.folder;
  const path = join(folder, name);
  const remove = (): Promise<void> => rm(place.passing ? folder : path, { recursive: true, force: true });
  await write(path, text);
  // Windows has other rights than these, and tells of none.
  if (process.platform === 'win32' || !(await isReplaceableByAnybody(path))) return { path, remove };
  await remove();
  return undefined;
}

async function write(path: string, text: string): Promise<void> {
  const fresh = `${path}.${crypto.randomUUID()}`;
  try {
    await writeFile(fresh, text, { flag: 'wx', mode: 0o700 });
    await rename(fresh, path);
  } finally {
    // After the renaming nothing is there any more; before, half a script may be.
    await rm(fresh, { force: true });
  }
}
