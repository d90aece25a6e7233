import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { BROKER } from '../../../electron/desktop-bus/bus-messages.ts';
import type { DesktopBus } from '../../../electron/desktop-bus/session-bus.ts';
import { ROOT } from '../places.ts';
import type { Desktop } from './desktop.ts';
import { processTree } from './process-tree.ts';

const REGISTERED = {
  sender: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  interface: 'org.kde.StatusNotifierWatcher',
  member: 'StatusNotifierItemRegistered',
} as const;

const LIMIT_MS = 20_000;
const CLOSE_LIMIT_MS = 4_000;
// A line of --report-lights that knows more than nothing.
const VERDICT = /^\S+ {2}(?!unknown)\S/;

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** A tray app on a desktop. Moments are milliseconds, monotonic. */
export interface TrayApp {
  readonly pid: number;
  readonly startedAt: number;
  /** When the tray had its icon. */
  readonly registeredAt: number;
  /** When the first line about a light was there that knows more than nothing. */
  readonly verdictAt: Promise<number>;
  /** What a click on the icon does. Gives the moment at which it was sent. */
  click(): number;
  close(): Promise<void>;
}

/** Starts an app on a desktop; it is on the tray then. */
export type StartApp = (desktop: Desktop) => Promise<TrayApp>;

/** Pilot Light as a user starts it, watching this proxy. */
export const startOurs =
  (url: string): StartApp =>
  (desktop) =>
    startTrayApp(desktop, [ROOT, `--url=${url}`, '--report-lights']);

/** The smallest tray app there is. */
export const startEmpty: StartApp = (desktop) => startTrayApp(desktop, [join(ROOT, 'test', 'bench', 'empty-tray')]);

async function startTrayApp({ env, bus, electron }: Desktop, args: readonly string[]): Promise<TrayApp> {
  const profile = await mkdtemp(join(tmpdir(), 'pilot-light-bench-'));
  const { found } = await listenForItem(bus);
  // Chromium refuses its sandbox to root.
  const switches = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`];
  const startedAt = performance.now();
  const child = spawn(electron, [...switches, ...args], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  running.add(child);
  const ended = once(child, 'exit');
  const verdictAt = firstVerdict(child);
  const { name, at } = await Promise.race([
    found,
    ended.then(() => Promise.reject(new Error(`${args.join(' ')} ended at once`))),
  ]);
  return {
    pid: child.pid ?? 0,
    startedAt,
    registeredAt: at,
    verdictAt,
    click: () => clickOn(bus, name),
    close: async () => {
      await end(child, ended);
      running.delete(child);
      await rm(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

interface Item {
  /** Its owner's name on the bus. */
  readonly name: string;
  readonly at: number;
}

/** Listens for the next icon that the tray gets. Has begun to once this resolves. */
async function listenForItem(bus: DesktopBus): Promise<{ readonly found: Promise<Item> }> {
  const found = new Promise<Item>((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('no icon came to the tray')), LIMIT_MS);
    const stop = bus.onSignal(REGISTERED, ([entry]) => {
      const at = performance.now();
      clearTimeout(limit);
      stop();
      resolve({ name: String(entry).split('/', 1)[0] ?? '', at });
    });
  });
  // A bus answers in order: it has heard then of what we listen to.
  await bus.call({ ...BROKER, member: 'GetId' });
  return { found };
}

async function firstVerdict({ stdout }: ChildProcess): Promise<number> {
  if (stdout === null) throw new TypeError('the app has no output');
  return new Promise((resolve) => {
    createInterface({ input: stdout }).on('line', (line) => VERDICT.test(line) && resolve(performance.now()));
  });
}

function clickOn(bus: DesktopBus, name: string): number {
  const item = { destination: name, path: '/StatusNotifierItem', interface: 'org.kde.StatusNotifierItem' };
  const at = performance.now();
  void bus.call({ ...item, member: 'Activate', signature: 'ii', body: [0, 0] });
  return at;
}

/** Kindly first. What it started ends with it, or is ended. */
async function end(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  const pids = processTree(child.pid ?? 0);
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), CLOSE_LIMIT_MS);
  await ended;
  clearTimeout(impatience);
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended meanwhile, which is what is wanted.
    }
  }
}
