import { delimiter, dirname } from 'node:path';
import type { Platform } from '../../core/platform.ts';
import type { Clock } from '../clock.ts';
import { atMost } from '../processes/at-most.ts';
import { pathOf, type Environment } from '../processes/child-environment.ts';
import { isOpenFolder } from './folder-safety.ts';
import { isFullPath } from './full-path.ts';

/** What a PATH for a child is made of. */
export interface PathSources {
  readonly env: Environment;
  readonly platform: Platform;
  readonly clock: Clock;
  /** The login shell's PATH, if it can be had: there an older CLI finds its Node. Bounded by itself; never rejects. */
  readonly shellPath?: () => Promise<string | undefined>;
}

const MAX_FOLDERS = 128;
const LIMIT_MS = 1_000;

/**
 * The PATH on which the CLI looks for what it needs: its own folder, where a version manager puts Node beside it, then
 * the login shell's PATH and ours. Never the current folder, nor one into which anybody may put a program.
 */
export async function childPath(program: string, sources: PathSources): Promise<string> {
  const { env, platform, clock, shellPath } = sources;
  const lists = [(await shellPath?.()) ?? '', pathOf(env)];
  const folders = [dirname(program), ...lists.flatMap((list) => list.split(delimiter))];
  const inQuestion = [...new Set(folders.filter(isEntry))].slice(0, MAX_FOLDERS);
  const safe = new Set<string>();
  const checks = inQuestion.map(async (folder) => {
    if (await isSafe(folder, platform)) safe.add(folder);
  });
  // A folder on a dead network drive never answers, and is not missed.
  await atMost(clock, LIMIT_MS, Promise.all(checks));
  return inQuestion.filter((folder) => safe.has(folder)).join(delimiter);
}

// A folder with the delimiter in its name would be read as two others.
function isEntry(folder: string): boolean {
  return isFullPath(folder) && !folder.includes(delimiter);
}

// Windows' own rights are not seen.
async function isSafe(folder: string, platform: Platform): Promise<boolean> {
  if (platform === 'windows') return true;
  try {
    return !(await isOpenFolder(folder));
  } catch {
    // It does not exist, or is hidden from us: nothing can be found in it.
    return false;
  }
}
