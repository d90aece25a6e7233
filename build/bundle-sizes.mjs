import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { OUT } from './setup/paths.mjs';
import { NONE } from './tally.mjs';

const KILO = 1_000;

/** The most that may be read before the app has begun, gzipped, in kB. */
export const SIZE_BUDGETS = { popup: 110, main: 200 };

/** @typedef {{ start: number, later: number }} Size gzipped, in kB: what is read at the start, and what is only when needed */

/**
 * What is built of the popup: at the start it reads its page, with the style in it, the scripts that this names, and what
 * these import.
 * @returns {Size}
 */
export function popupSize() {
  const folder = join(OUT, 'renderer');
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const { start, later } = sizeOf(join(folder, 'assets'), (name) => page.includes(name));
  return { start: start + gzipped(folder, 'index.html'), later };
}

/**
 * What is built of the main process: what puts up the icon, and the app, which follows at once.
 * @returns {Size}
 */
export function mainSize() {
  return sizeOf(join(OUT, 'main'), (name) => name === 'main.js' || name === 'part-main.js');
}

/**
 * The gate that keeps what is read at the start within its budgets.
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
export function keepSizes() {
  const sizes = { popup: popupSize(), main: mainSize() };
  const parts = /** @type {const} */ (['popup', 'main']);
  const tooLarge = parts.filter((part) => sizes[part].start > SIZE_BUDGETS[part]);
  const failures = tooLarge.map(
    (part) => `${part}: ${sizes[part].start.toFixed(1)} kB are read at the start, of ${SIZE_BUDGETS[part]} kB`,
  );
  return Promise.resolve({ ...NONE, failures });
}

/**
 * @param {string} folder
 * @param {(name: string) => boolean} isFirst
 * @returns {Size}
 */
function sizeOf(folder, isFirst) {
  const files = readdirSync(folder).filter((name) => /\.(?:js|css)$/.test(name));
  const start = withImports(folder, files.filter(isFirst));
  if (start.size === 0) throw new Error(`nothing is built in ${folder}`);
  const sum = (/** @type {readonly string[]} */ names) =>
    names.reduce((total, name) => total + gzipped(folder, name), 0);
  return { start: sum([...start]), later: sum(files.filter((name) => !start.has(name))) };
}

// As our bundler writes them; `import(...)` is what waits until it is needed.
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["'`]\.\/([\w.-]+)["'`]/g;

/**
 * These files and all that they import at once.
 * @param {string} folder
 * @param {readonly string[]} first
 */
function withImports(folder, first) {
  const found = new Set(first);
  for (const name of found) {
    for (const [, imported = ''] of readFileSync(join(folder, name), 'utf8').matchAll(STATIC_IMPORT)) {
      found.add(basename(imported));
    }
  }
  return found;
}

/**
 * @param {string} folder
 * @param {string} name
 */
function gzipped(folder, name) {
  return gzipSync(readFileSync(join(folder, name))).length / KILO;
}
