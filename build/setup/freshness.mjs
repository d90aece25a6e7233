import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OUT, ROOT } from './paths.mjs';

// What every bundle is made with.
const TOOLS = ['build/bundle.mjs', 'build/no-xml.mjs', 'build/package/bundled-packages.mjs', 'package-lock.json'];
const STAMPS = join(OUT, '.built');

/**
 * Builds a target unless nothing of its sources has changed since the last time.
 * @param {{ folder: string, sources: readonly string[], build: () => Promise<unknown> }} target
 * @returns {Promise<boolean>} whether it was built
 */
export async function rebuildIfChanged({ folder, sources, build }) {
  const stamp = join(STAMPS, folder);
  const now = fingerprint([...TOOLS, ...sources]);
  if (existsSync(join(OUT, folder)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) {
    // Its time tells when it was last seen to be fresh.
    await utimes(stamp, new Date(), new Date());
    return false;
  }
  // A build that fails must not pass for the one before.
  await rm(stamp, { force: true });
  await build();
  await mkdir(STAMPS, { recursive: true });
  await writeFile(stamp, now);
  return true;
}

/**
 * A digest of names, sizes and times: cheap, and it sees a deleted file too.
 * @param {readonly string[]} sources files and folders, below the project's folder
 */
function fingerprint(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesIn)) {
    const { mtimeMs, size } = statSync(join(ROOT, file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {readonly string[]}
 */
function filesIn(path) {
  if (!statSync(join(ROOT, path)).isDirectory()) return [path];
  return readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .toSorted();
}
