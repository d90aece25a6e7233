/** Says one line to the person who started the script. */
export function say(/** @type {string} */ text) {
  process.stdout.write(`» ${text}\n`);
}

/** A problem that the person can do something about: shown as its message alone, without a stack. */
export class Trouble extends Error {}

const STILL_EVERY_MS = 10_000;

/**
 * Says what begins, that it still goes on every ten seconds, and how long it took.
 * @template T
 * @param {string} what such as "installing 12 Debian packages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function sayWhile(what, work) {
  say(`${what} ...`);
  const began = performance.now();
  const still = setInterval(() => say(`still ${what} (${secondsSince(began)})`), STILL_EVERY_MS);
  try {
    const result = await work();
    say(`that took ${secondsSince(began)}`);
    return result;
  } finally {
    clearInterval(still);
  }
}

/** @param {number} began by `performance.now()` */
export function secondsSince(began) {
  return `${((performance.now() - began) / 1_000).toFixed(1)} s`;
}
