import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { Trouble } from './say.mjs';

const LIMIT_MS = 15_000;

/**
 * The first line that a process writes into one of its streams, as services do to say where they listen. Throws `Trouble`
 * when it ends, or says nothing in time.
 * @param {import('./run.mjs').Running} service
 * @param {unknown} stream
 * @returns {Promise<string>}
 */
export async function firstLine(service, stream) {
  if (!(stream instanceof Readable)) throw new TypeError(`${service.name} has no such stream`);
  /** @type {NodeJS.Timeout | undefined} */
  let limit;
  try {
    return await Promise.race([
      new Promise((resolve) => createInterface({ input: stream }).once('line', resolve)),
      service.ended.then((code) => fail(`${service.name} ended at once (exit code ${code})`)),
      new Promise((_resolve, reject) => {
        limit = setTimeout(() => reject(new Trouble(`${service.name} did not start in time`)), LIMIT_MS);
      }),
    ]);
  } finally {
    clearTimeout(limit);
  }
}

/**
 * @param {string} why
 * @returns {never}
 */
function fail(why) {
  throw new Trouble(why);
}
