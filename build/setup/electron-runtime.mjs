import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, ROOT } from './paths.mjs';
import { FALLBACK, isFallbackCached, isFallbackPossible, makeFallback } from './registry-electron.mjs';
import { capture } from './run.mjs';
import { say, sayWhile, Trouble } from './say.mjs';

const PACKAGE = join(ROOT, 'node_modules', 'electron');
const DOWNLOAD_LIMIT_MS = 15 * 60_000;
const DAY_MS = 24 * 60 * 60_000;

/**
 * The folder of an Electron to start the app with: the one ELECTRON_OVERRIDE_DIST_PATH names; else the official one of the
 * pinned version, downloaded if need be; else, on linux-x64 only, the stand-in of `registry-electron.mjs`. Throws `Trouble`
 * that says what to do when there is none.
 * @returns {Promise<string>}
 */
export async function ensureElectron() {
  const given = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (given) return checkGiven(given);
  const version = await pinnedVersion();
  if (!(await isOfficialInstalled(version))) {
    const reason = await downloadOfficial(version);
    if (reason !== undefined) return useFallback(version, reason);
  }
  return join(PACKAGE, 'dist');
}

/** @param {string} dist the folder of an Electron */
export function electronProgram(dist) {
  if (process.platform === 'darwin') return join(dist, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return join(dist, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

/**
 * Whether it is the one that the `electron` package downloads and checks.
 * @param {string} dist the folder of an Electron
 */
export function isOfficial(dist) {
  return dist === join(PACKAGE, 'dist');
}

/** @param {string} dist the folder of an Electron */
export async function versionOf(dist) {
  return (await readFile(join(dist, 'version'), 'utf8')).replace(/^v/, '').trim();
}

/** @param {string} dist */
function checkGiven(dist) {
  if (existsSync(electronProgram(dist))) return dist;
  throw new Trouble(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no Electron in ${dist}.`);
}

/** @returns {Promise<string>} */
async function pinnedVersion() {
  return JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')).version;
}

/** @param {string} version */
async function isOfficialInstalled(version) {
  const dist = join(PACKAGE, 'dist');
  if (!existsSync(join(PACKAGE, 'path.txt')) || !existsSync(electronProgram(dist))) return false;
  return (await versionOf(dist)) === version;
}

/**
 * Has the `electron` package download its binary, which it checks against its own checksums. Where a stand-in is at hand, it
 * is tried once a day only.
 * @param {string} version
 * @returns {Promise<string | undefined>} why it failed; nothing when it is there now
 */
async function downloadOfficial(version) {
  const note = join(cacheFolder(), `electron-${version}-not-downloaded`);
  const earlier = isFallbackCached() ? await freshNote(note) : undefined;
  if (earlier !== undefined) return `${earlier}; tried at most once a day, or again once ${note} is deleted`;
  const { code, stderr } = await sayWhile(`downloading Electron ${version}`, () =>
    capture(process.execPath, [join(PACKAGE, 'install.js')], { limitMs: DOWNLOAD_LIMIT_MS }),
  );
  if (code === 0) {
    await rm(note, { force: true });
    return undefined;
  }
  const reason = reasonIn(stderr) ?? `exit code ${code}`;
  await mkdir(cacheFolder(), { recursive: true });
  await writeFile(note, reason);
  return reason;
}

/** @param {string} note */
async function freshNote(note) {
  if (!existsSync(note)) return undefined;
  const { mtimeMs } = await stat(note);
  return Date.now() - mtimeMs < DAY_MS ? readFile(note, 'utf8') : undefined;
}

/**
 * The first error that a stack trace names, in words that help.
 * @param {string} trace
 */
function reasonIn(trace) {
  const said = /^\s*\w*Error: (.+)$/m.exec(trace)?.[1];
  return said === 'fetch failed' ? 'its server cannot be reached' : said;
}

/**
 * @param {string} version
 * @param {string} reason
 */
async function useFallback(version, reason) {
  if (!isFallbackPossible()) throw new Trouble(whatToDo(version, reason));
  const dist = await makeFallback();
  say(
    `running on Electron ${FALLBACK.version} instead of the pinned ${version}, which could not be downloaded (${reason}): ` +
      'for starting from source and testing only',
  );
  return dist;
}

/**
 * @param {string} version
 * @param {string} reason
 */
function whatToDo(version, reason) {
  return `Electron ${version} could not be downloaded: ${reason}
It comes from https://github.com/electron/electron/releases. Do one of these:
  - let this computer reach that address (HTTPS_PROXY and ELECTRON_GET_USE_PROXY=1 go through a proxy), and start again
  - set ELECTRON_MIRROR to the address of a mirror, and start again
  - unpack an Electron ${version} by hand, and set ELECTRON_OVERRIDE_DIST_PATH to its folder`;
}
