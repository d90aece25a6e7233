import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ROOT } from './paths.mjs';
import { Trouble } from './say.mjs';

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] the whole environment; ours if absent
 * @property {string} [cwd] the project's folder if absent
 * @property {import('node:child_process').StdioOptions} [stdio] all shown if absent
 * @property {number} [limitMs] after this time it is stopped
 * @property {boolean} [guarded] on Linux: it is told to end even when we are killed outright (needs setpriv of util-linux)
 */

/**
 * @typedef {object} Running a process with all that it started
 * @property {string} name
 * @property {import('node:child_process').ChildProcess} child
 * @property {Promise<number>} ended its exit code, or 128 + the number of the signal as shells have it; rejects when it cannot start
 * @property {() => Promise<void>} stop ends it and all that it started, kindly first; done when they are gone
 */

/** @type {Set<Running>} */
const running = new Set();

// Windows knows no process groups, and would open a console window for each.
const GROUPS = process.platform !== 'win32';
const KIND_MS = 4_000;
const PARENT_CHECK_MS = 500;

/**
 * Starts a process in a group of its own, so that it can be ended with all that it starts. Ctrl-C reaches it only through us.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Running}
 */
export function launch(command, args, options = {}) {
  const { env = process.env, cwd = ROOT, stdio = 'inherit', limitMs, guarded = false } = options;
  endAllOnSignals();
  const guard = guarded && process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'TERM', '--'] : [];
  const [program = command, ...rest] = [...guard, command, ...args];
  const child = spawn(program, rest, { env, cwd, stdio, detached: GROUPS, windowsHide: true });
  const ended = endOf(command, child);
  const self = { name: command, child, ended, stop: () => stop(child, ended) };
  running.add(self);
  const limit = limitMs === undefined ? undefined : setTimeout(() => void self.stop(), limitMs);
  const forget = () => {
    clearTimeout(limit);
    signalGroup(child, 'SIGTERM');
    running.delete(self);
  };
  ended.then(forget, forget);
  return self;
}

/**
 * Runs a command to its end, its output shown, and gives its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function run(command, args, options = {}) {
  return launch(command, args, options).ended;
}

/**
 * Runs a command to its end and gives all that it printed. For commands that print little.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Omit<RunOptions, 'stdio'>} [options]
 */
export async function capture(command, args, options = {}) {
  const { child, ended } = launch(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += text));
  const closed = new Promise((resolve) => child.once('close', resolve));
  const code = await ended;
  await closed;
  return { code, stdout, stderr };
}

/** Ends everything that was launched and still runs: the youngest first, as it may need the older ones. */
async function endAll() {
  for (const each of [...running].toReversed()) {
    // One after the other on purpose.
    // oxlint-disable-next-line no-await-in-loop
    await each.stop();
  }
}

/**
 * Runs a script: its result is the exit code, whatever it launched ends with it, and trouble is told in words.
 * @param {() => Promise<number>} script
 */
export async function runScript(script) {
  let code = 1;
  try {
    code = await script();
  } catch (error) {
    console.error(error instanceof Trouble ? `\n${error.message}` : error);
  }
  await endAll();
  // At once, whatever the script still waits for.
  process.exit(code);
}

let listens = false;
let ending = false;

function endAllOnSignals() {
  if (listens) return;
  listens = true;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => endBy(signal));
  }
  if (process.env['npm_lifecycle_event'] !== undefined) watchParent();
}

/** @param {'SIGINT' | 'SIGTERM' | 'SIGHUP'} signal */
function endBy(signal) {
  if (ending) return;
  ending = true;
  void endAll().finally(() => process.exit(128 + constants.signals[signal]));
}

// npm passes SIGTERM on to the shell between it and us, which ends without passing it on.
function watchParent() {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && endBy('SIGTERM'), PARENT_CHECK_MS).unref();
}

/**
 * @param {string} command
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function endOf(command, child) {
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Trouble(`${command} cannot be started: ${error.message}`)));
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<number>} ended
 */
async function stop(child, ended) {
  // Only the leader: it knows best how to end what it started.
  child.kill('SIGTERM');
  const impatience = setTimeout(() => signalGroup(child, 'SIGKILL'), KIND_MS);
  await ended.catch(() => 0);
  clearTimeout(impatience);
  signalGroup(child, 'SIGKILL');
}

/**
 * Signals all of the process's group that is left.
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup({ pid }, signal) {
  if (pid === undefined) return;
  try {
    process.kill(GROUPS ? -pid : pid, signal);
  } catch (error) {
    // Nobody is left; macOS says EPERM when only zombies are.
    if (!(error instanceof Error && /ESRCH|EPERM/.test(error.message))) throw error;
  }
}
