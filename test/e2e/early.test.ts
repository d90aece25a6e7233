import { join } from 'node:path';
import { expect } from 'vitest';
import { BROKER } from '../../electron/desktop-bus/bus-messages.ts';
import { openSessionBus, type DesktopBus } from '../../electron/desktop-bus/session-bus.ts';
import { systemClock } from '../../engine/clock.ts';
import { test, type Desk } from './desk.ts';
import { processesIn, startProcess, type StartedProcess } from './process.ts';

const SOON = { timeout: 10_000 };
const AT_ONCE = { timeout: 2_000 };
const ITEM = { path: '/StatusNotifierItem', interface: 'org.kde.StatusNotifierItem' } as const;
const REGISTERED = {
  sender: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  interface: 'org.kde.StatusNotifierWatcher',
  member: 'StatusNotifierItemRegistered',
} as const;

test('a click in the moment in which the icon comes shows the popup', async ({ desk }) => {
  const { bus, name } = await startUntilIcon(desk);
  await bus.call({ ...ITEM, destination: name, member: 'Activate', signature: 'ii', body: [0, 0] });
  await expect.poll(isPopupVisible, SOON).toBe(true);
  bus.stop();
});

test('a second launch in the moment in which the icon comes shows the popup', async ({ desk }) => {
  const { bus, app, profile } = await startUntilIcon(desk);
  // It stands still until the other one has called.
  process.kill(app.pid, 'SIGSTOP');
  const second = desk.spawn(profile);
  await expect
    .poll(() => processesIn(profile).then((all) => all.some(({ pid }) => pid === second.pid)), SOON)
    .toBe(true);
  process.kill(app.pid, 'SIGCONT');
  expect(await second.ended).toEqual({ code: 0, signal: null });
  await expect.poll(isPopupVisible, SOON).toBe(true);
  bus.stop();
});

test.for(['SIGTERM', 'SIGINT'] as const)(
  '%s in the moment in which the icon comes ends it',
  async (signal, { desk }) => {
    const { bus, app, profile } = await startUntilIcon(desk);
    process.kill(app.pid, signal);
    await expect.poll(() => processesIn(profile), AT_ONCE).toEqual([]);
    expect(await app.ended).toEqual({ code: 0, signal: null });
    bus.stop();
  },
);

interface Started {
  readonly app: StartedProcess;
  readonly profile: string;
  readonly bus: DesktopBus;
  /** The icon's owner on the bus. */
  readonly name: string;
}

/** Starts the app and returns in the moment in which the tray tells of its icon. */
async function startUntilIcon(desk: Desk): Promise<Started> {
  const proxy = await desk.simulate('healthy');
  const bus = openSessionBus({ env: process.env, clock: systemClock });
  const came = new Promise<string>((resolve) => {
    const stop = bus.onSignal(REGISTERED, ([entry]) => {
      stop();
      resolve(String(entry).split('/', 1)[0] ?? '');
    });
  });
  // A bus answers in order: it has heard then of what we listen to.
  await bus.call({ ...BROKER, member: 'GetId' });
  const profile = join(desk.folder, 'profile');
  const app = desk.spawn(profile, `--url=${proxy.url}`);
  return { app, profile, bus, name: await came };
}

async function isPopupVisible(): Promise<boolean> {
  return (await startProcess(['xdotool', 'search', '--onlyvisible', '--name', 'Pilot Light']).ended).code === 0;
}
