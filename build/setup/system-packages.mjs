import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installArguments, missingNeeds, planFor } from './needed-packages.mjs';
import { capture } from './run.mjs';
import { say, sayWhile, Trouble } from './say.mjs';

// As root the PATH of a container may lack the folders of root's own programs.
const SYSTEM_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/**
 * Sees to it that what we need of the operating system is there: on Linux only, elsewhere Electron brings all with it. Root
 * on Debian gets it installed; other users on Debian get the command that does it, as `Trouble`; elsewhere we name what
 * seems to be missing and go on.
 * @param {readonly import('./needed-packages.mjs').NeedGroup[]} groups
 */
export async function ensureSystemPackages(groups) {
  if (process.platform !== 'linux') return;
  const missing = missingNeeds(groups, await whatIsPresent());
  if (missing.length === 0) return;
  const hasApt = isOnPath('apt-get') && isOnPath('dpkg');
  const isRoot = process.getuid?.() === 0;
  if (hasApt && isRoot) await apt('reading the lists of Debian packages', ['update', '-qq']);
  const offered = hasApt ? await offeredBy(missing.flatMap(({ packages }) => packages)) : new Set();
  const plan = planFor(missing, { hasApt, isRoot, isOffered: (name) => offered.has(name) });
  await follow(plan);
  if (plan.kind === 'install') refuseStillMissing(missingNeeds(groups, await whatIsPresent()));
}

/** @param {import('./needed-packages.mjs').Plan} plan */
async function follow(plan) {
  if (plan.kind === 'install') {
    const names = plan.packages.join(' ');
    const what = plan.packages.length === 1 ? 'a Debian package' : `${plan.packages.length} Debian packages`;
    await apt(`installing ${what} that we need (${names})`, ['-qq', ...installArguments(plan.packages)]);
  } else if (plan.kind === 'ask') {
    throw new Trouble(
      `These Debian packages are missing: ${plan.packages.join(' ')}\nThis installs them:\n\n  ${plan.command}\n`,
    );
  } else if (plan.kind === 'name') {
    say(`Not found on this system: ${plan.things.join(', ')}. If something fails below, install these first.`);
  }
}

/** @param {readonly import('./needed-packages.mjs').Need[]} missing */
function refuseStillMissing(missing) {
  if (missing.length === 0) return;
  const names = missing.map(({ library, program, folder }) => library ?? program ?? folder);
  throw new Trouble(`Still missing although its package is installed: ${names.join(', ')}`);
}

/**
 * @param {string} what
 * @param {readonly string[]} args
 */
async function apt(what, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const patience = ['-o', 'DPkg::Lock::Timeout=300'];
  const { code, stdout, stderr } = await sayWhile(what, () => capture('apt-get', [...patience, ...args], { env }));
  if (code === 0) return;
  const last = `${stdout}\n${stderr}`.trim().split('\n').slice(-15).join('\n');
  throw new Trouble(`apt-get ${args.join(' ')} failed (exit code ${code}):\n${last}`);
}

/**
 * Those of the names that apt can install.
 * @param {readonly string[]} names
 * @returns {Promise<ReadonlySet<string>>}
 */
async function offeredBy(names) {
  const { stdout } = await capture('apt-cache', ['show', '--no-all-versions', ...names]);
  return new Set([...stdout.matchAll(/^Package: (\S+)$/gm)].map(([, name = '']) => name));
}

/** @returns {Promise<import('./needed-packages.mjs').Present>} */
async function whatIsPresent() {
  const libraries = await knownLibraries();
  return {
    library: (name) => libraries === undefined || libraries.has(name),
    program: isOnPath,
    folder: existsSync,
  };
}

/** The shared libraries that the dynamic linker finds; nothing where it does not tell (musl, NixOS). */
async function knownLibraries() {
  const ldconfig = programPath('ldconfig');
  if (ldconfig === undefined) return undefined;
  const { code, stdout } = await capture(ldconfig, ['-p']);
  return code === 0 ? new Set([...stdout.matchAll(/^\s+(\S+) \(/gm)].map(([, name = '']) => name)) : undefined;
}

/** @param {string} program */
function isOnPath(program) {
  return programPath(program) !== undefined;
}

/**
 * Where a program of the system is, if it is there.
 * @param {string} program
 */
export function programPath(program) {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...SYSTEM_FOLDERS];
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}
