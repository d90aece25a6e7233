import { join } from 'node:path';
import { installDependencies } from './setup/dependencies.mjs';
import { installArguments } from './setup/needed-packages.mjs';
import { OUT } from './setup/paths.mjs';
import { capture, launch, runScript } from './setup/run.mjs';
import { say, sayWhile, Trouble } from './setup/say.mjs';
import { ensureSystemPackages } from './setup/system-packages.mjs';

const LIMIT_MS = 20 * 60_000;
const UVICORN = 'uvicorn';

// npm run bench [-- <measurement>...]: measures what has a budget, prints the table and writes docs/performance.md.
await runScript(async () => {
  await installDependencies();
  await offerUvicorn();
  const env = { ...process.env, ...(await offerDesktop()) };
  // It needs packages of npm, which may have been installed only now.
  const { bundle, bundleForNode } = await import('./bundle.mjs');
  await bundle(['app', 'simulator', 'command-line']);
  await bundleForNode('test/bench/main.ts', 'bench', 'es', 'bench.js');
  const args = [join(OUT, 'bench', 'bench.js'), ...process.argv.slice(2)];
  const bench = launch(process.execPath, args, { env, limitMs: LIMIT_MS });
  const code = await bench.ended;
  // A server that was stopped by a signal hears no other but the last.
  await bench.stop();
  return code;
});

/**
 * What is measured beside an empty Electron needs an Electron and a private desktop, as the end-to-end tests do; without,
 * it is not measured.
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function offerDesktop() {
  if (process.platform !== 'linux') return {};
  try {
    await ensureSystemPackages(['runtime', 'headless', 'desktop-tests']);
    // It needs packages of npm, which may have been installed only now.
    const { ensureElectron } = await import('./setup/electron-runtime.mjs');
    return { ELECTRON_OVERRIDE_DIST_PATH: await ensureElectron() };
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    say(`what needs a desktop is not measured: ${error.message}`);
    return {};
  }
}

/** Most real proxies run on uvicorn. Root on Debian gets it installed; without it, what needs it is not measured. */
async function offerUvicorn() {
  if (await works('uvicorn', ['--version'])) return;
  const isRoot = process.getuid?.() === 0;
  const installed = isRoot && (await works('apt-get', ['--version'])) && (await sayWhile(`installing ${UVICORN}`, apt));
  if (!installed) say(`uvicorn is not here (Debian has a package of this name): what needs it is not measured.`);
}

async function apt() {
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
  await works('apt-get', [...options, 'update']);
  return works('apt-get', [...options, ...installArguments([UVICORN])]);
}

/**
 * Whether a command can be started and ends well.
 * @param {string} command
 * @param {readonly string[]} args
 */
async function works(command, args) {
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    return (await capture(command, args, { env })).code === 0;
  } catch (error) {
    if (error instanceof Trouble) return false;
    throw error;
  }
}
