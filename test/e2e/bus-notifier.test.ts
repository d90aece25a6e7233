import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Message, sessionBus } from '@jellybrick/dbus-next';
import { expect, onTestFinished } from 'vitest';
import type { MenuAction } from '../../core/text/menu.ts';
import type { NotificationText } from '../../core/text/notification.ts';
import { BROKER } from '../../electron/desktop-bus/bus-messages.ts';
import { busNotifier } from '../../electron/desktop-bus/bus-notifier.ts';
import type { DesktopBus } from '../../electron/desktop-bus/session-bus.ts';
import { test } from './desk.ts';
import { startNotificationDaemon } from './notification-daemon.ts';
import { startPrivateBus } from './private-bus.ts';

const NOTIFICATIONS = 'org.freedesktop.Notifications';
const SOON = { timeout: 10_000 };
const MAX_STALL_MS = 250;

const OPEN: MenuAction = { type: 'open-popup' };
const DIAGNOSE: MenuAction = { type: 'open-diagnostics', target: 'target-1' };
const SNOOZE: MenuAction = { type: 'snooze', until: '1 h' };
const failure: NotificationText = {
  title: 'The proxy is not running',
  body: 'Start the proxy. localhost:8000/?a=1&b=<2>',
  urgent: true,
  about: 'target-1',
  onClick: OPEN,
  buttons: [
    { label: 'Run diagnostics', action: DIAGNOSE },
    { label: 'Snooze 1 h', action: SNOOZE },
  ],
};
const recovery: NotificationText = {
  title: 'The proxy works again',
  body: 'It was gone for 3 s.',
  urgent: false,
  about: 'target-1',
  onClick: OPEN,
  buttons: [],
};

function notifierOn(bus: DesktopBus) {
  const lines: string[] = [];
  const done: MenuAction[] = [];
  const notifier = busNotifier({
    bus,
    appName: 'Pilot Light',
    desktopEntry: 'pilot-light',
    openLabel: () => 'Open Pilot Light',
    log: (what, error) => lines.push(`${what}: ${String(error)}`),
  });
  const notify = (text: NotificationText): void => notifier.notify(text, (action) => done.push(action));
  return { notify, notifier, lines, done };
}

test('dunst shows it, replaces it in place, and brings a click back', async ({ desk }) => {
  const bus = await startPrivateBus(desk);
  await bus.runDunst();
  const { notify, notifier, done, lines } = notifierOn(bus.client);
  const displayed = (): Promise<string> => bus.dunstctl('count', 'displayed');
  notify(failure);
  await expect.poll(displayed, SOON).toBe('1');
  // Dunst stacks what is the same.
  notify({ ...failure, title: 'Another proxy is not running', about: 'target-2' });
  await expect.poll(displayed, SOON).toBe('2');
  notifier.withdraw('target-2');
  await expect.poll(displayed, SOON).toBe('1');
  notify(recovery);
  notify({ ...failure, title: 'Another failure' });
  notify(recovery);
  await expect.poll(() => bus.dunstctl('action', '0').then(() => done), SOON).toEqual([OPEN]);
  await expect.poll(displayed, { timeout: 3_000 }).toBe('0');
  expect(lines).toEqual([]);
});

for (const { label, action } of failure.buttons) {
  test(`the button of dunst does what it says: ${label}`, async ({ desk }) => {
    const bus = await startPrivateBus(desk);
    // The program that dunst lets the user choose in: it picks the line with this word.
    await bus.runDunst(`dmenu = /bin/grep ${label.split(' ')[0]}`);
    const { notify, done } = notifierOn(bus.client);
    notify(failure);
    await expect.poll(() => bus.dunstctl('count', 'displayed'), SOON).toBe('1');
    await bus.dunstctl('context');
    await expect.poll(() => done, SOON).toEqual([action]);
  });
}

test('when the app ends, what it showed goes', async ({ desk }) => {
  const bus = await startPrivateBus(desk);
  await bus.runDunst();
  const { notify, notifier } = notifierOn(bus.client);
  notify(failure);
  await expect.poll(() => bus.dunstctl('count', 'displayed'), SOON).toBe('1');
  notifier.stop();
  bus.client.stop();
  await expect.poll(() => bus.dunstctl('count', 'displayed'), SOON).toBe('0');
});

test('a service gets what it can show: markup, actions, hints', async ({ desk }) => {
  const bus = await startPrivateBus(desk);
  const rich = await startNotificationDaemon(bus.address, ['body', 'body-markup', 'actions']);
  const { notify } = notifierOn(bus.client);
  notify(failure);
  await expect.poll(() => rich.notified).toHaveLength(1);
  expect(rich.notified[0]).toMatchObject([
    'Pilot Light',
    0,
    '',
    failure.title,
    'Start the proxy. localhost:8000/?a=1&amp;b=&lt;2&gt;',
    ['default', 'Open Pilot Light', 'button-0', 'Run diagnostics', 'button-1', 'Snooze 1 h'],
    {
      urgency: { value: 2 },
      'desktop-entry': { value: 'pilot-light' },
      'sender-pid': { value: BigInt(process.pid) },
    },
    -1,
  ]);
  await rich.leave();
  const poor = await startNotificationDaemon(bus.address, ['body']);
  notify(recovery);
  notify({ ...failure, about: 'target-2' });
  await expect.poll(() => poor.notified).toHaveLength(2);
  // Its ids are its own: the earlier one was shown by somebody else.
  expect(poor.notified.map(([, replaces, , title, body, actions]) => [replaces, title, body, actions])).toEqual([
    [0, recovery.title, recovery.body, []],
    [0, failure.title, failure.body, []],
  ]);
});

test('only a click of who shows it counts, and only while it is shown', async ({ desk }) => {
  const bus = await startPrivateBus(desk);
  const daemon = await startNotificationDaemon(bus.address, ['actions'], 7);
  const { notify, done } = notifierOn(bus.client);
  notify(failure);
  await expect.poll(() => daemon.notified).toHaveLength(1);
  const stranger = sessionBus({ busAddress: bus.address, authMethods: ['EXTERNAL'] });
  onTestFinished(() => stranger.disconnect());
  const ownName = await bus.client.ownName();
  const path = '/org/freedesktop/Notifications';
  const forged = Message.newSignal(path, NOTIFICATIONS, 'ActionInvoked', 'us', [7, 'default']);
  if (ownName !== undefined) forged.destination = ownName;
  stranger.send(forged);
  daemon.invoke(8, 'default');
  daemon.invoke(7, 'another');
  daemon.invoke(7, 'button-2');
  daemon.invoke(7, 'button-1');
  await expect.poll(() => done).toEqual([SNOOZE]);
  // What was clicked is done with, whether the service takes it away or not.
  await expect.poll(() => daemon.closed).toEqual([7]);
  notify(recovery);
  await expect.poll(() => daemon.notified).toHaveLength(2);
  expect(daemon.notified[1]?.[1]).toBe(0);
  daemon.invoke(8, 'button-0');
  daemon.invoke(8, 'default');
  await expect.poll(() => done).toEqual([SNOOZE, OPEN]);
});

test('what the service took away is not taken back, nor replaced', async ({ desk }) => {
  const bus = await startPrivateBus(desk);
  const daemon = await startNotificationDaemon(bus.address, []);
  const { notify, notifier } = notifierOn(bus.client);
  notify(failure);
  await expect.poll(() => daemon.notified).toHaveLength(1);
  notify(recovery);
  await expect.poll(() => daemon.notified).toHaveLength(2);
  expect(daemon.notified[1]?.[1]).toBe(1);
  await daemon.expire(1);
  // Whatever was told before has arrived with the answer.
  await bus.client.call({ ...BROKER, member: 'ListNames' });
  await nextTurn();
  notifier.withdraw('target-1');
  notify(failure);
  await expect.poll(() => daemon.notified).toHaveLength(3);
  expect(daemon.notified[2]?.[1]).toBe(0);
  expect(daemon.closed).toEqual([]);
});

test('R20: without a service it is logged once, and shown as soon as there is one', async ({ desk }) => {
  const bus = await startPrivateBus(desk);
  const { notify, lines } = notifierOn(bus.client);
  notify(failure);
  await expect.poll(() => lines).toEqual(['A notification could not be shown: nobody serves notifications here']);
  notify(recovery);
  await bus.runDunst();
  notify({ ...failure, about: 'target-2' });
  await expect.poll(() => bus.dunstctl('count', 'displayed'), SOON).toBe('1');
  expect(lines).toHaveLength(1);
});

test('R20: a service behind a bus that hangs costs the main loop nothing', async ({ desk }) => {
  const bus = await startPrivateBus(desk);
  await bus.client.ownName();
  process.kill(bus.daemon.pid, 'SIGSTOP');
  const { notify, lines } = notifierOn(bus.client);
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  notify(failure);
  notify(recovery);
  await expect.poll(() => lines, SOON).toHaveLength(1);
  delay.disable();
  expect(lines).toEqual(['A notification could not be shown: the notification service does not answer']);
  expect(delay.max / 1e6).toBeLessThan(MAX_STALL_MS);
});
