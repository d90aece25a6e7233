import { expect } from 'vitest';
import type { RunningApp } from './app.ts';
import { startPanel, type Cell, type Stage } from './cell.ts';
import type { Desk } from './desk.ts';
import { startNotificationDaemon } from './notification-daemon.ts';
import { neverComes, usualCommand } from './private-bus.ts';
import { findTrayItem } from './tray-item.ts';

const SOON = { timeout: 15_000 };
const NOTIFICATIONS = 'org.freedesktop.Notifications';
const PANEL_SETTINGS = 'org.xfce.Xfconf';
const GONE = 'The proxy is not running';

/** A bus on which nobody is started for notifications but `service`, if anybody. */
const only =
  (service?: (desk: Desk) => string): NonNullable<Cell['services']> =>
  async (desk) => ({
    [PANEL_SETTINGS]: await usualCommand(PANEL_SETTINGS),
    ...(service !== undefined && { [NOTIFICATIONS]: service(desk) }),
  });

/** The proxy goes, and the tray tells it, whatever becomes of the notification. */
async function proxyGoes({ bus, proxy }: Stage, app: RunningApp): Promise<void> {
  const item = await findTrayItem(bus.seen, app.pid);
  await expect.poll(() => item.tooltip(), SOON).toContain('Everything is healthy');
  await proxy.close();
  await expect.poll(() => item.tooltip(), { timeout: 5_000 }).toContain(GONE);
}

/** The tray tells the failure, and the log once why no notification does. */
const toldByTrayAlone =
  (why: string, before: (stage: Stage) => Promise<unknown>): Cell['run'] =>
  async (stage) => {
    await startPanel(stage.bus);
    await before(stage);
    const app = await stage.start();
    await proxyGoes(stage, app);
    await expect.poll(() => app.output(), SOON).toContain(why);
    expect(app.output().split('A notification could not be shown')).toHaveLength(2);
  };

/** Who shows notifications: there with and without buttons, not there, hanging, never coming. */
export const NOTIFICATION_SERVICES: Readonly<Record<string, Cell>> = {
  'a notification service that is there': {
    scenario: 'healthy',
    run: async (stage) => {
      await startPanel(stage.bus);
      await stage.bus.runDunst();
      const app = await stage.start();
      await proxyGoes(stage, app);
      await expect.poll(() => stage.bus.dunstctl('count', 'displayed'), SOON).toBe('1');
    },
  },
  'R20: no notification service': {
    scenario: 'healthy',
    services: only(),
    run: toldByTrayAlone('nobody serves notifications here', () => Promise.resolve()),
  },
  'R20: a notification service that hangs': {
    scenario: 'healthy',
    run: toldByTrayAlone('the notification service does not answer', async ({ bus }) => {
      process.kill((await bus.runDunst()).pid, 'SIGSTOP');
    }),
  },
  'R20: a notification service that never starts': {
    scenario: 'healthy',
    services: only(neverComes),
    run: toldByTrayAlone('the notification service does not answer', () => Promise.resolve()),
  },
  'a notification service with buttons, of which one opens the terminal': {
    scenario: 'signed-out',
    services: only(),
    run: async ({ bus, proxy, user, start }) => {
      const daemon = await startNotificationDaemon(bus.address, ['body', 'actions']);
      await start();
      await expect.poll(() => daemon.notified, SOON).toHaveLength(1);
      const buttons = ['button-0', 'Open terminal', 'button-1', 'Run diagnostics', 'button-2', 'Snooze 1 h'];
      expect(daemon.notified[0]?.[5]).toEqual(['default', 'Open Pilot Light', ...buttons]);
      daemon.invoke(1, 'button-0');
      // What runs there is the user's own CLI in a real terminal.
      await expect.poll(() => user.hasLogin(), SOON).toBe(true);
      await proxy.switchTo('healthy');
      await expect.poll(() => daemon.notified, SOON).toHaveLength(2);
      expect(daemon.notified[1]?.[3]).toBe('The proxy works again');
    },
    // Its terminal outlives the app; the desk ends both.
    end: () => Promise.resolve(),
  },
  'a notification service without buttons': {
    scenario: 'signed-out',
    services: only(),
    run: async ({ bus, start }) => {
      const daemon = await startNotificationDaemon(bus.address, ['body']);
      await start();
      await expect.poll(() => daemon.notified, SOON).toHaveLength(1);
      expect(daemon.notified[0]?.slice(3, 6)).toEqual([
        'Claude is signed out',
        expect.stringMatching(/^Sign in to Claude again\. /),
        [],
      ]);
    },
  },
};
