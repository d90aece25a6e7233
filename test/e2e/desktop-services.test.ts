import { expect } from 'vitest';
import { hasOwner, onOwnerCame, processOf } from '../../electron/desktop-bus/bus-names.ts';
import { desktopServices } from '../../electron/desktop-bus/desktop-services.ts';
import { openSessionBus } from '../../electron/desktop-bus/session-bus.ts';
import { systemClock } from '../../engine/clock.ts';
import { test } from './desk.ts';
import { neverComes, startPrivateBus } from './private-bus.ts';

// A desktop with and without its services (input 66). Real ones: dunst and xfce4-panel, and whoever plays dead.
const NOTIFICATIONS = 'org.freedesktop.Notifications';

test('on a whole desktop, both are present', async ({ desk: _desk }) => {
  const bus = openSessionBus({ env: process.env, clock: systemClock });
  expect(await desktopServices(bus)).toEqual({ tray: 'present', notifications: 'present' });
  bus.stop();
  expect(await bus.call({ destination: NOTIFICATIONS, path: '/', interface: 'a.b', member: 'C' })).toEqual({
    ok: false,
    problem: 'no-bus',
  });
});

test('where nothing is, both are absent; nothing is asked for on other systems', async ({ desk }) => {
  const { client } = await startPrivateBus(desk);
  expect(await desktopServices(client)).toEqual({ tray: 'absent', notifications: 'absent' });
  expect(await desktopServices(undefined)).toEqual({ tray: 'unneeded', notifications: 'unneeded' });
});

test('a service that comes is heard and found, one that hangs shows nothing', async ({ desk }) => {
  const bus = await startPrivateBus(desk);
  const { client } = bus;
  let came = 0;
  onOwnerCame(client, NOTIFICATIONS, () => (came += 1));
  expect(await hasOwner(client, NOTIFICATIONS)).toBe(false);
  const dunst = await bus.runDunst();
  await expect.poll(() => came).toBe(1);
  expect(await processOf(client, NOTIFICATIONS)).toBe(dunst.pid);
  expect(await desktopServices(client)).toEqual({ tray: 'absent', notifications: 'present' });
  process.kill(dunst.pid, 'SIGSTOP');
  expect(await desktopServices(client)).toEqual({ tray: 'absent', notifications: 'absent' });
  process.kill(dunst.pid, 'SIGCONT');
  await expect.poll(() => desktopServices(client)).toEqual({ tray: 'absent', notifications: 'present' });
});

test('a service that the bus starts is present, one that does not start is not known', async ({ desk }) => {
  const usual = await startPrivateBus(desk, 'usual');
  await expect.poll(() => desktopServices(usual.client)).toMatchObject({ notifications: 'present' });
  const slow = await startPrivateBus(desk, { [NOTIFICATIONS]: neverComes(desk) });
  expect(await desktopServices(slow.client)).toMatchObject({ notifications: 'unknown' });
});

test('a service that fails to start is absent', async ({ desk }) => {
  const { client } = await startPrivateBus(desk, { [NOTIFICATIONS]: '/bin/false' });
  expect(await desktopServices(client)).toMatchObject({ notifications: 'absent' });
});

test('a bus that hangs or ends is an answer, and whoever waits learns it', async ({ desk }) => {
  const { client, daemon } = await startPrivateBus(desk);
  expect(await hasOwner(client, NOTIFICATIONS)).toBe(false);
  process.kill(daemon.pid, 'SIGSTOP');
  expect(await hasOwner(client, NOTIFICATIONS)).toBeUndefined();
  const waiting = client.call({ destination: NOTIFICATIONS, path: '/', interface: 'a.b', member: 'C' }, 60_000);
  process.kill(daemon.pid, 'SIGKILL');
  expect(await waiting).toEqual({ ok: false, problem: 'no-bus' });
  expect(await client.call({ destination: NOTIFICATIONS, path: '/', interface: 'a.b', member: 'C' })).toEqual({
    ok: false,
    problem: 'no-bus',
  });
});
