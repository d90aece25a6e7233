import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect } from 'vitest';
import { serveInput, type Hostile } from '../hostile/hostile-server.ts';
import { GREEN, json } from '../hostile/wire.ts';
import { test } from './desk.ts';
import { startLoginManager } from './login-manager.ts';

const SOON = { timeout: 10_000 };
const CYCLES = 5;

/** How often it was asked for its health; for its metrics it is asked once, and has none. */
const asked = ({ requests }: Hostile): number => requests.filter((request) => !request.includes(' /metrics ')).length;

/** Waits for a second in which nothing is asked: what this computer looks like is news at first, and a reason to ask again. */
async function atRest(proxy: Hostile): Promise<void> {
  const isQuiet = async (): Promise<boolean> => {
    const before = asked(proxy);
    await wait(1_000);
    return asked(proxy) === before;
  };
  await expect.poll(isQuiet, SOON).toBe(true);
}

const stops: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

test('input 64, R9 and R10: five times asleep and awake alarms nobody, and asks once each time', async ({ desk }) => {
  const logins = await startLoginManager();
  stops.push(() => logins.stop());
  const proxy = await serveInput({ what: 'healthy', serve: json(GREEN) });
  stops.push(() => proxy.close());
  const app = await launchOn(logins.address, () => desk.launch(proxy.url));
  const tray = await desk.tray(app);
  await expect.poll(() => tray.tooltip(), SOON).toContain('Everything is healthy');
  await expect.poll(() => asked(proxy), SOON).toBeGreaterThanOrEqual(2);
  await atRest(proxy);

  const start = asked(proxy);
  for (let cycle = 0; cycle < CYCLES; cycle += 1) {
    logins.sleep();
    // One night after the other.
    // oxlint-disable-next-line no-await-in-loop
    await wait(300);
    const before = asked(proxy);
    logins.wake();
    // oxlint-disable-next-line no-await-in-loop
    await expect.poll(() => asked(proxy), SOON).toBeGreaterThan(before);
  }
  const woken = asked(proxy);
  await wait(3_000);
  expect(asked(proxy) - woken + 1).toBeLessThanOrEqual(2);
  // An ordinary probe may fall into the first second.
  expect(asked(proxy) - start).toBeLessThanOrEqual(CYCLES + 2);
  expect(proxy.requests.length - asked(proxy)).toBeLessThanOrEqual(1);
  expect(await tray.tooltip()).toContain('Everything is healthy');
  expect(desk.notifications(app)).toEqual([]);
});

async function launchOn<T>(address: string, launch: () => Promise<T>): Promise<T> {
  const before = process.env['DBUS_SYSTEM_BUS_ADDRESS'];
  process.env['DBUS_SYSTEM_BUS_ADDRESS'] = address;
  try {
    return await launch();
  } finally {
    if (before === undefined) delete process.env['DBUS_SYSTEM_BUS_ADDRESS'];
    else process.env['DBUS_SYSTEM_BUS_ADDRESS'] = before;
  }
}
