import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../engine/processes/is-alive.ts';

/**
 * Whether another process has the lock on this profile by now. Of many launches in the same moment on a busy computer,
 * Chromium now and then lets two pass (measured: one run in some thirty); its lock, a link to HOST-PID, names one of them.
 * Where there is no such link, as on Windows, nobody else has it.
 */
export function isTakenByAnother(profile: string, pid: number): boolean {
  const holder = holderOf(lockOf(profile), hostname());
  return holder !== undefined && holder !== pid && isAlive(holder);
}

/** The process on this computer that a lock names. */
export function holderOf(lock: string | undefined, host: string): number | undefined {
  if (lock?.startsWith(`${host}-`) !== true) return undefined;
  const pid = lock.slice(host.length + 1);
  return /^[1-9]\d{0,9}$/.test(pid) ? Number(pid) : undefined;
}

function lockOf(profile: string): string | undefined {
  try {
    return readlinkSync(join(profile, 'SingletonLock'));
  } catch {
    return undefined;
  }
}
