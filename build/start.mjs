import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { playDemo, startSimulator } from './demo.mjs';
import { readLights } from './lights.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { OUT, ROOT } from './setup/paths.mjs';
import { launch, runScript } from './setup/run.mjs';
import { say } from './setup/say.mjs';
import { startSessionBus } from './setup/session-bus.mjs';
import { ensureSystemPackages } from './setup/system-packages.mjs';
import { isHeadless, startVirtualDisplay } from './setup/virtual-display.mjs';

/** @typedef {import('./setup/run.mjs').Running} Running */

const PICTURE = join(OUT, 'popup.png');

// The picture is taken once a second at most, so a scene is looked at for longer than that.
const LOOK_MS = { headless: 1_500, onDisplay: 4_000 };

// npm start: everything that is missing first, then the app. `--demo` brings a proxy to look at; the rest is the app's.
await runScript(async () => {
  const demo = process.argv.includes('--demo');
  const args = process.argv.slice(2).filter((arg) => arg !== '--demo');
  const headless = isHeadless(process.platform, process.env);
  const program = await prepare(headless, demo);
  const env = headless ? await virtualDesktop() : process.env;
  if (!demo) return launchApp(program, env, { headless, args }).ended;
  return runDemo(program, env, { headless, args });
});

/**
 * @param {boolean} headless
 * @param {boolean} demo
 * @returns {Promise<string>} the program that starts Electron
 */
async function prepare(headless, demo) {
  await installDependencies();
  await ensureSystemPackages(headless ? ['runtime', 'headless'] : ['runtime']);
  // These need packages of npm, which may have been installed only now.
  const { electronProgram, ensureElectron } = await import('./setup/electron-runtime.mjs');
  const { bundle } = await import('./bundle.mjs');
  const dist = await ensureElectron();
  await bundle(demo ? ['app', 'simulator'] : ['app']);
  return electronProgram(dist);
}

/** @returns {Promise<NodeJS.ProcessEnv>} */
async function virtualDesktop() {
  const { display } = await startVirtualDisplay();
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, DISPLAY: display };
  mkdirSync(OUT, { recursive: true });
  rmSync(PICTURE, { force: true });
  say(`there is no display: running on a virtual one (${display}); ${relative(ROOT, PICTURE)} shows the popup`);
  if (env['DBUS_SESSION_BUS_ADDRESS']) return env;
  return { ...env, DBUS_SESSION_BUS_ADDRESS: await startSessionBus({ env }) };
}

/**
 * @param {string} program
 * @param {NodeJS.ProcessEnv} env
 * @param {{ headless: boolean, args: readonly string[], heard?: boolean }} options `heard`: what it prints is read by us
 * @returns {Running}
 */
function launchApp(program, env, { headless, args, heard = false }) {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) say('Chromium refuses its sandbox to root: it is switched off, for this run only');
  const { ELECTRON_RUN_AS_NODE: _asNode, ...rest } = env;
  const switches = [
    ...(isRoot ? ['--no-sandbox'] : []),
    // Chromium complains too; only what is fatal is wanted.
    ...(headless ? ['--log-level=3'] : []),
  ];
  const own = [...(headless || heard ? ['--report-lights'] : []), ...(headless ? [`--picture=${PICTURE}`] : [])];
  const app = launch(program, [...switches, ROOT, ...own, ...args], {
    env: rest,
    stdio: ['ignore', heard ? 'pipe' : 'inherit', headless ? 'pipe' : 'inherit'],
    guarded: headless,
  });
  if (app.child.stderr !== null) createInterface({ input: app.child.stderr }).on('line', passOn);
  return app;
}

/**
 * Passes on what the app writes of its own: the libraries below it complain of all that a virtual desktop lacks.
 * @param {string} line
 */
function passOn(line) {
  if (line !== '' && !/^\(electron:\d+\): /.test(line)) console.error(line);
}

/**
 * Plays the demo. With a display the app stays afterwards, until it is quit; without, nobody is left to look at it.
 * @param {string} program
 * @param {NodeJS.ProcessEnv} env
 * @param {{ headless: boolean, args: readonly string[] }} options
 * @returns {Promise<number>} the exit code
 */
async function runDemo(program, env, { headless, args }) {
  const simulator = await startSimulator();
  // Beside an app that runs already, and with none of its settings.
  const profile = mkdtempSync(join(tmpdir(), 'pilot-light-demo-'));
  process.once('exit', () => rmSync(profile, { recursive: true, force: true }));
  const demoArgs = [`--user-data-dir=${profile}`, `--url=${simulator.url}`, ...args];
  const app = launchApp(program, env, { headless, args: demoArgs, heard: true });
  if (!(app.child.stdout instanceof Readable)) throw new TypeError('the app has no output');
  const lights = readLights(app.child.stdout, (line) => console.log(line));
  const picture = headless ? { picture: PICTURE } : {};
  const lookMs = headless ? LOOK_MS.headless : LOOK_MS.onDisplay;
  const told = await Promise.race([playDemo(simulator, lights, { lookMs, ...picture }), app.ended]);
  if (typeof told === 'number') return told;
  if (headless) await app.stop();
  else await app.ended;
  return told ? 0 : 1;
}
