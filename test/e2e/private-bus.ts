import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished } from 'vitest';
import { openSessionBus, type DesktopBus } from '../../electron/desktop-bus/session-bus.ts';
import { systemClock } from '../../engine/clock.ts';
import { sessionBus, type SessionBus } from './bus.ts';
import type { Desk } from './desk.ts';
import type { StartedProcess } from './process.ts';

/** A session bus of a test's own, on the desktop's display. */
export interface PrivateBus {
  readonly address: string;
  /** Our own client on it. */
  readonly client: DesktopBus;
  /** The same bus as others see it. */
  readonly seen: SessionBus;
  readonly env: NodeJS.ProcessEnv;
  readonly daemon: StartedProcess;
  /** Starts a program on it, which ends with the test. */
  run(...command: readonly string[]): StartedProcess;
  /** Starts dunst and waits until it has its name. */
  runDunst(...settings: readonly string[]): Promise<StartedProcess>;
  /** Asks that dunst: the ids of its notifications are not told, their number and texts are. */
  dunstctl(...args: readonly string[]): Promise<string>;
}

/** Starts a bus: the usual one, or one with nothing on it but what would be started, by name and command. */
export async function startPrivateBus(
  desk: Desk,
  services: 'usual' | Readonly<Record<string, string>> = {},
): Promise<PrivateBus> {
  const folder = await mkdtemp(join(desk.folder, 'bus-'));
  const kind = services === 'usual' ? '--session' : `--config-file=${await configOf(folder, services)}`;
  const daemon = desk.run(['dbus-daemon', kind, '--nofork', '--nopidfile', '--print-address=1'], process.env);
  onTestFinished(() => end(daemon));
  await expect.poll(() => daemon.output()).toContain('\n');
  const [address = ''] = daemon.output().split('\n');
  const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: address };
  const client = openSessionBus({ env, clock: systemClock });
  const seen = sessionBus(['env', `DBUS_SESSION_BUS_ADDRESS=${address}`]);
  onTestFinished(() => client.stop());
  const run: PrivateBus['run'] = (...command) => {
    const started = desk.run(command, env);
    onTestFinished(() => end(started));
    return started;
  };
  return {
    address,
    client,
    seen,
    env,
    daemon,
    run,
    runDunst: async (...settings) => {
      const file = join(folder, 'dunstrc');
      await writeFile(file, ['[global]', 'idle_threshold = 0', ...settings, ''].join('\n'));
      const dunst = run('dunst', '-conf', file);
      await waitForOwner(seen, 'org.freedesktop.Notifications');
      return dunst;
    },
    dunstctl: async (...args) =>
      (await promisify(execFile)('dunstctl', [...args], { env, timeout: 10_000 })).stdout.trim(),
  };
}

/** Waits until somebody has this name. */
export async function waitForOwner(bus: SessionBus, name: string): Promise<void> {
  const broker = { name: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
  const isOwned = (): Promise<unknown> => bus.call(broker, [broker.name, 'NameHasOwner'], 's', name);
  await expect.poll(isOwned, { timeout: 10_000 }).toEqual([true]);
}

/** A command for the bus to start a service with that never comes. It ends with the test. */
export function neverComes(desk: Desk): string {
  return `/usr/bin/tail -f /dev/null ${desk.folder}`;
}

/** The command by which the usual bus starts a service. */
export async function usualCommand(service: string): Promise<string> {
  const file = await readFile(`/usr/share/dbus-1/services/${service}.service`, 'utf8');
  return /^Exec=(.*)$/m.exec(file)?.[1] ?? '';
}

async function configOf(folder: string, services: Readonly<Record<string, string>>): Promise<string> {
  const files = Object.entries(services).map(([name, command]) =>
    writeFile(join(folder, `${name}.service`), `[D-BUS Service]\nName=${name}\nExec=${command}\n`),
  );
  await Promise.all(files);
  const path = join(folder, 'bus.conf');
  await writeFile(
    path,
    `<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
     <servicedir>${folder}</servicedir>
     <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
     </busconfig>`,
  );
  return path;
}

async function end({ pid, ended }: StartedProcess): Promise<void> {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
  await ended;
}
