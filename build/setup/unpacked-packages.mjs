import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { OUT } from './paths.mjs';
import { capture } from './run.mjs';
import { sayWhile, Trouble } from './say.mjs';

const FOLDER = join(OUT, 'programs');
const ALERTMANAGER = 'prometheus-alertmanager';

/**
 * Programs of Debian packages that bring services with them: these are downloaded and unpacked, but never installed, so that
 * nothing of them starts, listens or stays. Needs no root.
 * @type {Readonly<Record<string, string>>}
 */
const PACKAGES = {
  prometheus: 'prometheus',
  promtool: 'prometheus',
  amtool: ALERTMANAGER,
  [ALERTMANAGER]: ALERTMANAGER,
  'prometheus-blackbox-exporter': 'prometheus-blackbox-exporter',
};

/**
 * A PATH on which the programs for monitoring are: those of the system, or else unpacked ones. Throws `Trouble`, with the
 * reason, where they cannot be had.
 * @param {string} [path]
 */
export async function pathWithPrograms(path = process.env['PATH'] ?? '') {
  const folders = [...path.split(delimiter), join(FOLDER, 'bin'), join(FOLDER, 'usr', 'bin')];
  const missing = Object.keys(PACKAGES).filter((name) => !folders.some((folder) => existsSync(join(folder, name))));
  if (missing.length > 0) await unpack([...new Set(missing.map((name) => PACKAGES[name] ?? name))]);
  return folders.join(delimiter);
}

/** @param {readonly string[]} packages */
async function unpack(packages) {
  const downloads = join(FOLDER, 'downloads');
  await rm(downloads, { recursive: true, force: true });
  await mkdir(downloads, { recursive: true });
  await sayWhile(`unpacking Debian packages, without installing them (${packages.join(' ')})`, async () => {
    await download(packages, downloads);
    for (const file of await readdir(downloads)) {
      // One after the other: they share their folders.
      // oxlint-disable-next-line no-await-in-loop
      await demand('dpkg-deb', ['-x', file, FOLDER], downloads);
    }
  });
  await rm(downloads, { recursive: true, force: true });
  await mkdir(join(FOLDER, 'bin'), { recursive: true });
  await writeFile(join(FOLDER, 'bin', ALERTMANAGER), startAlertmanager(), { mode: 0o755 });
}

// It looks for its templates below /usr/share, wherever it is itself: it gets to see ours there, and nobody else does.
function startAlertmanager() {
  const [share, program] = [join(FOLDER, 'usr', 'share'), join(FOLDER, 'usr', 'bin', ALERTMANAGER)];
  const inside = 'mount --bind "$0" /usr/share && exec "$@"';
  return `#!/bin/sh\nexec unshare --map-root-user --mount sh -c '${inside}' '${share}' '${program}' "$@"\n`;
}

// Where apt has no lists yet, root can fetch them.
/** @param {readonly string[]} packages @param {string} folder */
async function download(packages, folder) {
  const args = ['-qq', '-o', 'APT::Sandbox::User=root', 'download', ...packages];
  if ((await attempt('apt-get', args, folder)) === undefined) return;
  if (process.getuid?.() === 0) await attempt('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', 'update'], folder);
  await demand('apt-get', args, folder);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 */
async function demand(command, args, cwd) {
  const problem = await attempt(command, args, cwd);
  if (problem !== undefined) throw problem;
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<Trouble | undefined>} what went wrong
 */
async function attempt(command, args, cwd) {
  const { code, stdout, stderr } = await capture(command, args, { cwd });
  if (code === 0) return undefined;
  return new Trouble(`${command} ${args.join(' ')} failed (exit code ${code}):\n${`${stdout}\n${stderr}`.trim()}`);
}
