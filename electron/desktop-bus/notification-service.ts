import type { BusMethod, BusProblem, BusReply, BusSignal } from './bus-messages.ts';
import type { DesktopBus } from './session-bus.ts';

/** Who shows notifications (freedesktop.org, "Desktop Notifications Specification"). */
export const NOTIFICATION_SERVICE = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';

/** The user clicked on one or on its button: `u` its id, `s` the key of the action. */
export const ACTION_INVOKED = signal('ActionInvoked');
/** One is no longer shown: `u` its id, `u` why. */
export const NOTIFICATION_CLOSED = signal('NotificationClosed');

/** A notification service that answered: its unique name, and what it can do. */
export interface NotificationServer {
  readonly name: string;
  readonly can: ReadonlySet<string>;
}

/** One notification in the service's own terms. */
export interface Sent {
  readonly appName: string;
  readonly desktopEntry: string;
  /** The id of the one whose place it takes; 0 for none. */
  readonly replaces: number;
  readonly title: string;
  /** Markup where the service reads markup, else plain. */
  readonly body: string;
  /** Key and label in turn. */
  readonly actions: readonly string[];
  readonly urgent: boolean;
}

// Somebody may have to be started first.
const WAKE_LIMIT_MS = 5_000;
const NOTIFY_LIMIT_MS = 2_000;
// The service's own time limit, which the user may have set there.
const DEFAULT_TIMEOUT = -1;

/** Who shows notifications now: started if need be. */
export async function findServer(bus: DesktopBus): Promise<NotificationServer | BusProblem> {
  const reply = await bus.call(method('GetCapabilities'), WAKE_LIMIT_MS);
  if (!reply.ok) return reply.problem;
  const told = reply.body[0];
  return { name: reply.sender, can: new Set(Array.isArray(told) ? told.map(String) : []) };
}

/** Shows a notification and gives its id. To that very server: another one would know other ids. */
export async function show(bus: DesktopBus, server: NotificationServer, sent: Sent): Promise<number | BusProblem> {
  const { appName, desktopEntry, replaces, title, body, actions, urgent } = sent;
  // It is there already: somebody has answered on the bus.
  const { Variant } = await import('@jellybrick/dbus-next');
  const hints = {
    urgency: new Variant('y', urgent ? 2 : 1),
    'desktop-entry': new Variant('s', desktopEntry),
    'sender-pid': new Variant('x', BigInt(process.pid)),
  };
  const reply = await bus.call(
    {
      ...method('Notify', server.name),
      signature: 'susssasa{sv}i',
      body: [appName, replaces, '', title, body, actions, hints, DEFAULT_TIMEOUT],
    },
    NOTIFY_LIMIT_MS,
  );
  if (!reply.ok) return reply.problem;
  const id = reply.body[0];
  return typeof id === 'number' ? id : 'refused';
}

/** Takes a notification back. One that has gone already is an error to some, and to us what was wanted. */
export async function close(bus: DesktopBus, serverName: string, id: number): Promise<void> {
  await bus.call({ ...method('CloseNotification', serverName), signature: 'u', body: [id] });
}

/** Asks the service for its name: whoever answers is alive. */
export function serverInformation(bus: DesktopBus): Promise<BusReply> {
  return bus.call(method('GetServerInformation'));
}

function method(member: string, destination: string = NOTIFICATION_SERVICE): BusMethod {
  return { destination, path: PATH, interface: NOTIFICATION_SERVICE, member };
}

function signal(member: string): BusSignal {
  return { sender: NOTIFICATION_SERVICE, path: PATH, interface: NOTIFICATION_SERVICE, member };
}
