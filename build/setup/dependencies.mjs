import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matchesLock } from './lock-file.mjs';
import { ROOT } from './paths.mjs';
import { run } from './run.mjs';
import { sayWhile, Trouble } from './say.mjs';

const OLDEST_NODE = { major: 20, minor: 19 };

/**
 * Installs what package-lock.json names, with `npm ci`, unless all of it is there. Has no dependency of its own.
 * Throws `Trouble` when it cannot.
 */
export async function installDependencies() {
  refuseOldNode(process.versions.node);
  if (isInstalled()) return;
  const [command, args] = npm('ci', '--include=dev', '--loglevel=error');
  const code = await sayWhile('installing the npm packages that package-lock.json names (npm ci)', () =>
    run(command, args),
  );
  if (code !== 0) throw new Trouble(`npm ci failed (exit code ${code}): see its messages above.`);
}

/**
 * How to call npm: the one that started this script, or the one on the PATH.
 * @param {string[]} args
 * @returns {[command: string, args: string[]]}
 */
export function npm(...args) {
  const script = process.env['npm_execpath'];
  if (script?.endsWith('.js')) return [process.execPath, [script, ...args]];
  if (process.platform === 'win32') throw new Trouble('Start this through npm, such as `npm start`.');
  return ['npm', args];
}

function isInstalled() {
  const lock = readJson('package-lock.json');
  const installed = readJson('node_modules', '.package-lock.json');
  if (lock === undefined) throw new Trouble('package-lock.json is missing: this is no whole copy of the project.');
  return (
    installed !== undefined &&
    matchesLock(lock.packages, installed.packages) &&
    Object.keys(installed.packages).every((path) => existsSync(join(ROOT, path, 'package.json')))
  );
}

/**
 * @param {string[]} names
 * @returns {{ packages: import('./lock-file.mjs').Packages } | undefined}
 */
function readJson(...names) {
  const path = join(ROOT, ...names);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

/** @param {string} version such as "20.19.0" */
function refuseOldNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const { major: oldest, minor: oldestMinor } = OLDEST_NODE;
  if (major > oldest || (major === oldest && minor >= oldestMinor)) return;
  throw new Trouble(`Node ${version} is too old: ${oldest}.${oldestMinor} or newer is needed (https://nodejs.org).`);
}
