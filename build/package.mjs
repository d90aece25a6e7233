import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installDependencies } from './setup/dependencies.mjs';
import { ROOT } from './setup/paths.mjs';
import { runScript } from './setup/run.mjs';
import { say } from './setup/say.mjs';
import { ensureSystemPackages, programPath } from './setup/system-packages.mjs';

// What can be built where Electron's download is out of reach, and with it that of other tools.
const FOR_TESTS = ['dir', 'tar.gz', 'deb', 'rpm'];

// npm run package [-- KIND...] [--arch=arm64]: packages of this platform into out/packages. KIND is one of electron-builder's
// targets, such as deb; `dir` is the unpacked app. Without any: all that are released.
await runScript(async () => {
  const { values, positionals: kinds } = parseArgs({ options: { arch: { type: 'string' } }, allowPositionals: true });
  await installDependencies();
  if (process.platform === 'linux') await prepareLinux(kinds);
  await makePackages(kinds, values.arch);
  return 0;
});

/**
 * @param {readonly string[]} kinds
 * @param {string} [arch]
 */
async function makePackages(kinds, arch) {
  // These need packages of npm, which may have been installed only now.
  const { archFromString, build, Platform } = await import('electron-builder');
  const { bundle } = await import('./bundle.mjs');
  const { configuration, PACKAGES } = await import('./package/configuration.mjs');
  const { stage } = await import('./package/stage.mjs');
  const runtime = await runtimeForPackages();
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  // Archives of an earlier run would be added to.
  rmSync(PACKAGES, { recursive: true, force: true });
  await bundle(['app', 'simulator', 'command-line']);
  await stage({ version, electron: runtime.version });
  const isForTests = runtime.dist !== undefined;
  const wanted = kinds.length === 0 && isForTests ? FOR_TESTS : [...kinds];
  const targets = Platform.current().createTarget(
    wanted.length === 0 ? null : wanted,
    ...(arch !== undefined || wanted.length > 0 ? [archFromString(arch ?? process.arch)] : []),
  );
  await build({ projectDir: ROOT, targets, config: configuration(runtime), publish: 'never' });
  // What electron-builder writes for its own developers.
  for (const file of ['builder-debug.yml', 'builder-effective-config.yaml'])
    rmSync(join(PACKAGES, file), { force: true });
  if (isForTests) warn(runtime.version);
}

/** @returns {Promise<import('./package/configuration.mjs').Runtime>} */
async function runtimeForPackages() {
  const { ensureElectron, isOfficial, versionOf } = await import('./setup/electron-runtime.mjs');
  const dist = await ensureElectron();
  const version = await versionOf(dist);
  if (isOfficial(dist)) return { version };
  warn(version);
  process.env['ELECTRON_BUILDER_COMPRESSION_LEVEL'] = '1';
  return { version, dist };
}

/** @param {string} version */
function warn(version) {
  say(`THESE PACKAGES ARE FOR TESTS ONLY. Never release them: they hold an Electron ${version} from elsewhere`);
}

/**
 * electron-builder would download its tools: the system has them, and ours are tested with what is released.
 * @param {readonly string[]} kinds
 */
async function prepareLinux(kinds) {
  const isDirAlone = kinds.length > 0 && kinds.every((kind) => kind === 'dir');
  if (!isDirAlone) await ensureSystemPackages(['packages']);
  const zip = programPath('7za');
  if (zip !== undefined) process.env['ELECTRON_BUILDER_7ZIP_PATH'] = zip;
  process.env['CUSTOM_FPM_PATH'] = join(ROOT, 'build', 'package', 'packer.mjs');
}
