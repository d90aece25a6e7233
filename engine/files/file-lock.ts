import { mkdir, open, readdir, rm, rmdir, stat } from 'node:fs/promises';
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
const OWN_NAME = String(process.pid);

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
    await giveBack(lock, OWN_NAME);
  }
}

async function takenWithin(lock: string, clock: Clock): Promise<Written> {
  const end = clock.monotonic() + LONGEST_WAIT_MS;
  for (;;) {
    // Each try waits for the one before: that is what waiting is.
    // oxlint-disable-next-line no-await-in-loop
    const taken = await take(lock);
    if (taken !== 'held') return taken;
    if (clock.monotonic() >= end) return { ok: false, code: 'EBUSY' };
    // oxlint-disable-next-line no-await-in-loop
    if (await clear(lock, clock.now())) continue;
    // oxlint-disable-next-line no-await-in-loop
    await new Promise<void>((resolve) => void clock.after(RETRY_MS, resolve));
  }
}

async function take(lock: string): Promise<Written | 'held'> {
  const made = await attempt(() => mkdir(dirname(lock), { recursive: true, mode: 0o700 }));
  // Something else stands where the folder belongs.
  if (!made.ok) return made.code === 'EEXIST' ? { ok: false, code: 'ENOTDIR' } : made;
  const taken = await attempt(() => mkdir(lock, { mode: 0o700 }));
  if (!taken.ok) return taken.code === 'EEXIST' ? 'held' : taken;
  // By its name, and empty: even a full disk has room for that.
  const named = await attempt(async () => (await open(join(lock, OWN_NAME), 'wx', 0o600)).close());
  if (!named.ok) {
    await giveBack(lock);
    return named.code === 'ENOENT' ? 'held' : named;
  }
  if (await isOursAlone(lock)) return named;
  await giveBack(lock, OWN_NAME);
  return 'held';
}

// Before it had a name, another may have taken it for left, and then for itself: it bears both names then, and the later yields.
async function isOursAlone(lock: string): Promise<boolean> {
  try {
    return (await readdir(lock)).length === 1;
  } catch {
    return false;
  }
}

async function attempt(what: () => Promise<unknown>): Promise<Written> {
  try {
    await what();
    return { ok: true };
  } catch (error) {
    return { ok: false, code: errorCode(error) ?? 'unknown' };
  }
}

/** Takes away what is left of a holder who is gone; tells whether that was done. */
async function clear(lock: string, now: number): Promise<boolean> {
  try {
    const heldMs = now - (await stat(lock)).mtimeMs;
    const [holder] = await readdir(lock);
    if (holder === undefined) return heldMs > UNNAMED_MS && (await giveBack(lock));
    return (heldMs > LONGEST_HELD_MS || !isAlive(Number(holder))) && (await giveBack(lock, holder));
  } catch {
    // It was given back meanwhile, or cannot be looked into: the next try tells.
    return false;
  }
}

/** Takes away this name alone, and the folder if it bears no other: whoever has it by now keeps it. Tells whether it is gone. */
async function giveBack(lock: string, holder?: string): Promise<boolean> {
  try {
    if (holder !== undefined) await rm(join(lock, holder), { recursive: true, force: true });
    await rmdir(lock);
    return true;
  } catch {
    // What cannot be removed is left: it is old soon.
    return false;
  }
}
