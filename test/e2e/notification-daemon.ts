import { Message, MessageType, NameFlag, sessionBus } from '@jellybrick/dbus-next';
import { onTestFinished } from 'vitest';

const NAME = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';

/** A notification service of our own, which can what it is told to be able to. */
export interface NotificationDaemon {
  /** What `Notify` was called with, in order. */
  readonly notified: readonly (readonly unknown[])[];
  /** The ids that `CloseNotification` was called with. */
  readonly closed: readonly unknown[];
  /** The user clicks: `default` beside the button. */
  invoke(id: number, action: string): void;
  /** The service takes one away; done when the bus has told it. */
  expire(id: number): Promise<void>;
  leave(): Promise<void>;
}

/** Puts the service onto a bus, its ids counted from `firstId`. */
export async function startNotificationDaemon(
  address: string,
  capabilities: readonly string[],
  firstId = 1,
): Promise<NotificationDaemon> {
  const bus = sessionBus({ busAddress: address, authMethods: ['EXTERNAL'] });
  onTestFinished(() => bus.disconnect());
  const notified: unknown[][] = [];
  const closed: unknown[] = [];
  let nextId = firstId;
  const idFor = (replaces: unknown): number => (typeof replaces === 'number' && replaces > 0 ? replaces : nextId++);
  const replies: Readonly<Record<string, (body: unknown[]) => readonly [signature: string, body: unknown[]]>> = {
    GetCapabilities: () => ['as', [capabilities]],
    GetServerInformation: () => ['ssss', ['test', 'test', '1', '1.2']],
    Notify: (body) => {
      notified.push(body);
      return ['u', [idFor(body[1])]];
    },
    CloseNotification: ([id]) => {
      closed.push(id);
      return ['', []];
    },
  };
  bus.addMethodHandler((message) => {
    const reply = message.type === MessageType.METHOD_CALL ? replies[message.member] : undefined;
    if (reply === undefined) return false;
    bus.send(Message.newMethodReturn(message, ...reply(message.body)));
    return true;
  });
  await bus.requestName(NAME, NameFlag.DO_NOT_QUEUE);
  return {
    notified,
    closed,
    invoke: (id, action) => bus.send(Message.newSignal(PATH, NAME, 'ActionInvoked', 'us', [id, action])),
    expire: async (id) => {
      bus.send(Message.newSignal(PATH, NAME, 'NotificationClosed', 'uu', [id, 1]));
      // The bus keeps the order.
      await bus.requestName(NAME, NameFlag.DO_NOT_QUEUE);
    },
    leave: async () => void (await bus.releaseName(NAME)),
  };
}
