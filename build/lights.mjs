import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * The light that a line of `--report-lights` tells, such as "12:00:01  down     Claude is signed out (...)".
 * @param {string} line
 * @returns {string | undefined}
 */
export function lightIn(line) {
  return /^\d\d:\d\d:\d\d  (\w+) /.exec(line)?.[1];
}

/** @typedef {{ await: (lights: readonly string[], limitMs: number) => Promise<boolean> }} Lights */

/**
 * Passes on what the app prints, line by line, and lets one wait for the lights it tells.
 * @param {import('node:stream').Readable} output
 * @param {(line: string) => void} show
 * @returns {Lights} `await` is fulfilled when these lights have been told from now on, in this order: false if they were not in time
 */
export function readLights(output, show) {
  const lines = createInterface({ input: output });
  lines.on('line', show);
  return {
    await: async (lights, limitMs) => {
      const awaited = [...lights];
      const over = new AbortController();
      /** @param {string} line */
      const look = (line) => {
        if (lightIn(line) === awaited[0]) awaited.shift();
        if (awaited.length === 0) over.abort();
      };
      lines.on('line', look);
      await wait(limitMs, undefined, { signal: over.signal }).catch(() => undefined);
      lines.off('line', look);
      return awaited.length === 0;
    },
  };
}
