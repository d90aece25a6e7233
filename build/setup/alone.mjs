import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const LOOK_MS = 100;
// What is done alone takes a second or two: whoever has the turn by then has died in it.
const LIMIT_MS = 15_000;

/**
 * Does something while no other process does it that names the same folder, which is there as long as one does.
 * @template Result
 * @param {string} folder
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function alone(folder, work) {
  await mkdir(dirname(folder), { recursive: true });
  const until = performance.now() + LIMIT_MS;
  // oxlint-disable-next-line no-await-in-loop
  while (!(await isMade(folder)) && performance.now() < until) await wait(LOOK_MS);
  try {
    return await work();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function isMade(folder) {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
