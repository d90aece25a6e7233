import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { keepSizes } from './bundle-sizes.mjs';
import { OUT } from './setup/paths.mjs';
import { capture, run } from './setup/run.mjs';
import { say, secondsSince, Trouble } from './setup/say.mjs';
import { closingWords, failed, NONE, sum, tallyOf } from './tally.mjs';
import { tool } from './tools.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */
/** @typedef {{ name: string, run: () => Promise<Tally> }} Gate something that must be well before work is done */

const ROOMS = ['core', 'engine', 'electron', 'renderer', 'build', 'test'];

/**
 * The gates that need no desktop, fastest first.
 * @type {readonly Gate[]}
 */
export const FAST_GATES = [
  { name: 'format', run: () => silent('oxfmt', ['--check']) },
  { name: 'lint', run: () => silent('oxlint') },
  ...ROOMS.map((room) => ({ name: `types of ${room}`, run: () => silent('typescript', ['-p', room], 'tsc') })),
  { name: 'nothing unused', run: () => silent('knip') },
  { name: 'size of what is read at the start', run: keepBuiltSizes },
  { name: 'unit tests', run: () => vitest(['unit', 'renderer']) },
];

async function keepBuiltSizes() {
  // It needs packages of npm, which may have been installed only now.
  const { bundle } = await import('./bundle.mjs');
  await bundle(['app']);
  return keepSizes();
}

/**
 * Goes through gates, one after the other and all of them, and tells how it went, with the time that each took.
 * @param {readonly Gate[]} gates
 * @returns {Promise<number>} the exit code
 */
export async function passThrough(gates) {
  let total = NONE;
  for (const gate of gates) {
    // One after the other: they share two cores, and their output would mix.
    // oxlint-disable-next-line no-await-in-loop
    total = sum(total, await told(gate));
  }
  console.log(`\n${closingWords(total)}`);
  return total.failures.length === 0 ? 0 : 1;
}

/**
 * Goes through gates at once: such as mostly wait, and so need not wait for each other.
 * @param {readonly Gate[]} gates
 */
export async function sideBySide(gates) {
  const tallies = await Promise.all(gates.map(told));
  return tallies.reduce(sum);
}

/**
 * Goes through a gate, and tells how it went.
 * @param {Gate} gate
 */
async function told(gate) {
  const began = performance.now();
  const tally = await attempt(gate);
  say(`${tally.failures.length === 0 ? 'ok  ' : 'FAIL'} ${gate.name} (${secondsSince(began)})`);
  return tally;
}

/** @param {Gate} gate */
async function attempt(gate) {
  try {
    return await gate.run();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    console.error(error.message);
    return failed(`${gate.name}: ${error.message}`);
  }
}

/**
 * Runs projects of the test suite and counts.
 * @param {readonly string[]} projects
 * @param {{ name?: string, files?: readonly string[], except?: readonly string[], inside?: readonly string[], env?: NodeJS.ProcessEnv, limitMs?: number, guarded?: boolean }} [options]
 *   `name`: of the report; `files`: only these; `except`: not these; `inside`: a command that runs the tests as its arguments
 * @returns {Promise<Tally>}
 */
export async function vitest(
  projects,
  { name = projects.join('-'), files = [], except = [], inside = [], ...options } = {},
) {
  const report = join(OUT, 'test-results', `${name}.json`);
  await rm(report, { force: true });
  const [command, ...args] = [
    ...inside,
    ...tool('vitest'),
    'run',
    ...files,
    ...except.map((file) => `--exclude=${file}`),
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  // A bundle that was built before in this process has left its own there, and React would be the one without `act`.
  const env = { ...(options.env ?? process.env), NODE_ENV: 'test' };
  const code = await run(command, args, { ...options, env });
  return tallyOf(name, existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, code);
}

/**
 * Runs a tool that is heard only when something is wrong.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {string} [program]
 * @returns {Promise<Tally>}
 */
async function silent(name, args = [], program = name) {
  const [command, script] = tool(name, program);
  const { code, stdout, stderr } = await capture(command, [script, ...args]);
  if (code === 0) return NONE;
  process.stdout.write(`${stdout}${stderr}`);
  return failed([name, ...args].join(' '));
}
