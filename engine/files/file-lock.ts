import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Clock } from '../clock.ts';
import { errorCode } from '../processes/error-code.ts';
import { isAlive } from '../processes/is-alive.ts';
import type { Written } from './private-file.ts';

const RETRY_MS = 20;
// Whatever is done with it takes milliseconds.
const LONGEST_WAIT_MS = 3_000;
const LONGEST_HELD_MS = 10_000;
const UNNAMED_MS = 1_000;

/**
 * Does `work` while no other process does any under this lock: a folder beside the file, with the number of its holder in
 * it. One whose holder has died, or holds it for absurdly long, counts no more. `EBUSY` after three seconds of waiting; the
 * code of the operating system where no lock can be made. Makes the folder of the file if it is missing. Rejects only when
 * `work` does.
 */
export async function underLock(path: string, clock: Clock, work: () => Promise<Written>): Promise<Written> {
  const lock = `${path}.lock`;
  const taken = await takenWithin(lock, clock);
  if (!taken.ok) return taken;
  try {
    return await work();
  } finally {
    await removed(lock);
  }
}

async function takenWithin(lock: string, clock: Clock): Promise<Written> {
  const end = clock.monotonic() + LONGEST_WAIT_MS;
  for (;;) {
    // Each try waits for the one before: that is what waiting is.
    // oxlint-disable-next-line no-await-in-loop
    const taken = await take(lock);
    if (taken !== 'held') return taken;
    // oxlint-disable-next-line no-await-in-loop
    if (await isLeft(lock, clock.now())) await removed(lock);
    else if (clock.monotonic() >= end) return { ok: false, code: 'EBUSY' };
    // oxlint-disable-next-line no-await-in-loop
    else await new Promise<void>((resolve) => void clock.after(RETRY_MS, resolve));
  }
}

async function take(lock: string): Promise<Written | 'held'> {
  const made = await attempt(() => mkdir(dirname(lock), { recursive: true, mode: 0o700 }));
  // Something else stands where the folder belongs.
  if (!made.ok) return made.code === 'EEXIST' ? { ok: false, code: 'ENOTDIR' } : made;
  const taken = await attempt(() => mkdir(lock, { mode: 0o700 }));
  if (!taken.ok) return taken.code === 'EEXIST' ? 'held' : taken;
  // By its name, and empty: even a full disk has room for that.
  const named = await attempt(async () => (await open(join(lock, String(process.pid)), 'wx', 0o600)).close());
  if (!named.ok) await removed(lock);
  return named;
}

async function attempt(what: () => Promise<unknown>): Promise<Written> {
  try {
    await what();
    return { ok: true };
  } catch (error) {
    return { ok: false, code: errorCode(error) ?? 'unknown' };
  }
}

/** Whether its holder is gone. */
async function isLeft(lock: string, now: number): Promise<boolean> {
  try {
    const heldMs = now - (await stat(lock)).mtimeMs;
    const [holder] = await readdir(lock);
    if (holder === undefined) return heldMs > UNNAMED_MS;
    return heldMs > LONGEST_HELD_MS || !isAlive(Number(holder));
  } catch {
    // It was given back meanwhile, or cannot be looked into: the next try tells.
    return false;
  }
}

async function removed(lock: string): Promise<void> {
  // What cannot be removed is left: it is old soon.
  await rm(lock, { recursive: true, force: true }).catch(() => undefined);
}
