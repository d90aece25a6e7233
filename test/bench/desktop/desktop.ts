import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import { openSessionBus, type DesktopBus } from '../../../electron/desktop-bus/session-bus.ts';
import { systemClock } from '../../../engine/clock.ts';
import { ROOT } from '../places.ts';

const START_LIMIT_MS = 30_000;
const PROGRAM = 'electron';

/** A desktop of its own: a display in memory, a session bus, a window manager, a panel with a tray. */
export interface Desktop {
  /** What a program needs to be on it. */
  readonly env: NodeJS.ProcessEnv;
  readonly bus: DesktopBus;
  /** Electron's program file. */
  readonly electron: string;
  stop(): Promise<void>;
}

/** Why nothing can be measured on a desktop here, if so. */
export function noDesktop(): string | undefined {
  if (process.platform !== 'linux') return 'it needs a private desktop, which only Linux has';
  const folder = electronFolder();
  return folder !== '' && existsSync(join(folder, PROGRAM)) ? undefined : 'there is no Electron here';
}

/** The Electron that `build/bench.mjs` has seen to. */
function electronFolder(): string {
  return process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '';
}

/** Does something on a desktop, which ends with it. */
export async function onDesktop<Result>(work: (desktop: Desktop) => Promise<Result>): Promise<Result> {
  const desktop = await startDesktop();
  try {
    return await work(desktop);
  } finally {
    await desktop.stop();
  }
}

/**
 * Does something with a copy of Electron: programs that run off the same files share their memory, so that how much one
 * seems to need depends on what else runs off them on this computer.
 */
export async function withOwnElectron<Result>(
  desktop: Desktop,
  work: (desktop: Desktop) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'pilot-light-electron-'));
  // However this ends: it is a quarter of a gigabyte.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await cp(electronFolder(), folder, { recursive: true });
  return work({ ...desktop, electron: join(folder, PROGRAM) });
}

const environmentSchema = v.record(v.string(), v.string());

async function startDesktop(): Promise<Desktop> {
  const session = join(ROOT, 'test', 'desktop', 'session.mjs');
  const args = [session, process.execPath, process.argv[1] ?? '', 'hold-desktop'];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  // It ends with its input, so also when we are killed.
  process.on('exit', () => child.kill('SIGTERM'));
  const ended = once(child, 'exit');
  const [line] = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line', { signal: AbortSignal.timeout(START_LIMIT_MS) }),
    ended.then(() => Promise.reject(new Error('the desktop ended at once'))),
  ]);
  const env = v.parse(environmentSchema, JSON.parse(String(line)));
  const bus = openSessionBus({ env, clock: systemClock });
  return {
    env,
    bus,
    electron: join(electronFolder(), PROGRAM),
    stop: async () => {
      bus.stop();
      child.stdin.end();
      await ended;
    },
  };
}

/** The other side: the one program on the desktop, which tells its environment and stays until nobody listens. */
export async function holdDesktop(): Promise<void> {
  console.log(JSON.stringify(process.env));
  process.stdin.resume();
  await once(process.stdin, 'end');
}
