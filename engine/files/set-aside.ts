import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { errorCode } from '../processes/error-code.ts';
import type { Written } from './private-file.ts';

const KEPT = 5;
const SUFFIX = '.unreadable-';

/**
 * Moves whatever has this path out of the way, to `<path>.unreadable-1` and so on: under a number that none has had, so that
 * nothing is overwritten. The last five are kept. Never rejects.
 */
export async function setAside(path: string): Promise<Written> {
  try {
    const numbers = await numbersOf(path);
    await rename(path, `${path}${SUFFIX}${(numbers.at(-1) ?? 0) + 1}`);
    const old = numbers.slice(0, Math.max(0, numbers.length + 1 - KEPT));
    // An old one that cannot be removed is no reason not to go on.
    await Promise.allSettled(old.map((number) => rm(`${path}${SUFFIX}${number}`)));
    return { ok: true };
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? { ok: true } : { ok: false, code: errorCode(error) ?? 'unknown' };
  }
}

async function numbersOf(path: string): Promise<readonly number[]> {
  const prefix = `${basename(path)}${SUFFIX}`;
  const names = await readdir(dirname(path));
  return names
    .filter((name) => name.startsWith(prefix) && /^[1-9]\d{0,8}$/.test(name.slice(prefix.length)))
    .map((name) => Number(name.slice(prefix.length)))
    .toSorted((a, b) => a - b);
}
