import { readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../processes/error-code.ts';
import { TargetFolder } from './target-folder.ts';

const OURS = /^[0-9a-f]{32}$/;

/** Removes what is too old of targets that are not watched any more: a file of each, or its folder once it is empty. */
export function pruneForgotten(root: string, watched: ReadonlySet<string>, now: number): void {
  for (const name of namesIn(root)) {
    const path = join(root, name);
    if (!OURS.test(name) || watched.has(path)) continue;
    new TargetFolder(() => path).prune(now);
    removeIfEmpty(path);
  }
}

function namesIn(root: string): readonly string[] {
  try {
    return readdirSync(root);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

function removeIfEmpty(path: string): void {
  try {
    rmdirSync(path);
  } catch (error) {
    // Not empty: it is not over yet.
    if (errorCode(error) !== 'ENOTEMPTY') throw error;
  }
}
