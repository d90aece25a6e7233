import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { firstLine } from './setup/first-line.mjs';
import { NOBODY } from './setup/nobody.mjs';
import { OUT, ROOT } from './setup/paths.mjs';
import { launch } from './setup/run.mjs';
import { say } from './setup/say.mjs';

/**
 * One thing that happens to the simulated proxy, and what the light should tell of it.
 * @typedef {{ scenario: string, story: string, lights: readonly string[], options?: object }} Scene
 */

/** @type {readonly Scene[]} */
const SCENES = [
  { scenario: 'healthy', story: 'a proxy in good health', lights: ['healthy'] },
  { scenario: 'signed-out', story: 'the login ran out', lights: ['down'] },
  { scenario: 'cli-missing', story: 'the Claude CLI was removed', lights: ['down'] },
  { scenario: 'port-taken', story: 'another program took its port', lights: ['down'] },
  { scenario: 'degraded', story: 'it works, but not well', lights: ['degraded'] },
  { scenario: 'healthy', story: 'it is well again', lights: ['healthy'] },
  { scenario: 'hanging', story: 'it accepts connections and says nothing', lights: ['unknown', 'down'] },
  { scenario: 'healthy', story: 'it wakes up', lights: ['healthy'] },
  { scenario: 'dying', story: 'its process dies', lights: ['down'], options: { after: 300 } },
];

/** @type {Scene} */
const RETURN = { scenario: 'healthy', story: 'it was started again', lights: ['healthy'] };

const SCENE_LIMIT_MS = 30_000;
const PICTURES = join(OUT, 'demo');

/** @typedef {{ url: string, control: string, ended: Promise<number> }} Simulator */

/**
 * Starts a simulated proxy in good health.
 * @param {string} [port] any free one if absent
 * @returns {Promise<Simulator>}
 */
export async function startSimulator(port = '0') {
  const args = [join(OUT, 'simulator', 'simulator.js'), 'healthy', '--port', port, '--control'];
  const server = launch(process.execPath, args, {
    env: NOBODY,
    stdio: ['ignore', 'pipe', 'inherit'],
    guarded: true,
  });
  /** @type {{ url: string, control: string }} */
  const where = JSON.parse(await firstLine(server, server.child.stdout));
  return { ...where, ended: server.ended };
}

/**
 * Walks through the main scenarios, each until the light has told it, and then for a moment to look at.
 * @param {Simulator} simulator
 * @param {import('./lights.mjs').Lights} lights what the app tells
 * @param {{ lookMs: number, picture?: string }} options `picture`: the popup's, of which each scene keeps a copy
 * @returns {Promise<boolean>} whether every light was told as it should
 */
export async function playDemo(simulator, lights, { lookMs, picture }) {
  rmSync(PICTURES, { recursive: true, force: true });
  let allTold = true;
  const total = SCENES.length + 1;
  for (const [index, scene] of [...SCENES, RETURN].entries()) {
    say(`demo ${index + 1}/${total}: ${scene.story} (${scene.scenario})`);
    // The order is the demo.
    // oxlint-disable no-await-in-loop
    const told = lights.await(scene.lights, SCENE_LIMIT_MS);
    if (scene === RETURN) await startAgain(simulator);
    else if (index > 0) await switchTo(simulator, scene);
    if (!(await told)) {
      say(`the light did not tell it within ${SCENE_LIMIT_MS / 1_000} s: ${scene.lights.join(', then ')} was expected`);
      allTold = false;
    }
    await wait(lookMs);
    // oxlint-enable no-await-in-loop
    if (picture !== undefined) keepCopy(picture, `${index + 1}-${scene.scenario}.png`);
  }
  say(`demo: that was all${picture === undefined ? '' : `; pictures of it are in ${relative(ROOT, PICTURES)}`}`);
  return allTold;
}

/** @param {Simulator} simulator */
async function startAgain(simulator) {
  await simulator.ended;
  await startSimulator(new URL(simulator.url).port);
}

/**
 * @param {Simulator} simulator
 * @param {Scene} scene
 */
async function switchTo({ control }, { scenario, options }) {
  const body = JSON.stringify({ scenario, ...options });
  const response = await fetch(`${control}/scenario`, { method: 'POST', body });
  if (!response.ok) throw new Error(`the simulator refuses the scenario ${scenario}: ${await response.text()}`);
}

/**
 * @param {string} picture
 * @param {string} name
 */
function keepCopy(picture, name) {
  mkdirSync(PICTURES, { recursive: true });
  copyFileSync(picture, join(PICTURES, name));
}
