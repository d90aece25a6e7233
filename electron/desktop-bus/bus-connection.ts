import { DBusError, Message, MessageType, sessionBus, type MessageBus } from '@jellybrick/dbus-next';
import type { EventEmitter } from 'node:events';
import type { Clock } from '../../engine/clock.ts';
import { BROKER, matchRule } from './bus-messages.ts';
import type { BusMethod, BusProblem, BusReply, BusSignal, SignalListener } from './bus-messages.ts';
import { withContainedSocket } from './contained-socket.ts';

/** A connection to a bus, until it is lost. Nothing here rejects or throws. */
export interface BusConnection {
  /** Our own unique name on the bus, such as `:1.42`. */
  readonly name: string;
  call(method: BusMethod, limitMs: number): Promise<BusReply>;
  onSignal(signal: BusSignal, listener: SignalListener): () => void;
  close(): void;
}

const CONNECT_LIMIT_MS = 2_000;
const MATCH_LIMIT_MS = 2_000;
const NO_BUS: BusReply = { ok: false, problem: 'no-bus' };

/** Connects to the bus at an address. Gives nothing when nobody answers there as a bus does, within two seconds. */
export function connectToBus(address: string, clock: Clock): Promise<BusConnection | undefined> {
  const { opened: bus, socket } = withContainedSocket(() =>
    sessionBus({ busAddress: address, authMethods: ['EXTERNAL'] }),
  );
  return new Promise((resolve) => {
    const fail = (): void => {
      resolve(undefined);
      socket?.destroy();
    };
    const stopWaiting = clock.after(CONNECT_LIMIT_MS, fail);
    // A message that cannot be read is an error as well: it ends an attempt, and not a connection.
    const onError = (): void => (bus.name === null ? fail() : undefined);
    const errors: EventEmitter = bus;
    errors.on('error', onError);
    socket?.on('error', onError);
    bus.once('connect', () => {
      stopWaiting();
      if (bus.name === null) fail();
      else resolve(connectionOver(bus, bus.name, socket, clock));
    });
    socket?.once('close', () => {
      stopWaiting();
      fail();
    });
  });
}

type Connected = ReturnType<typeof withContainedSocket>['socket'];

function connectionOver(bus: MessageBus, name: string, socket: Connected, clock: Clock): BusConnection {
  const pending = new Set<(reply: BusReply) => void>();
  let lost = false;
  const lose = (): void => {
    lost = true;
    for (const settle of pending) settle(NO_BUS);
  };
  socket?.once('close', lose);
  const call: BusConnection['call'] = (method, limitMs) =>
    lost ? Promise.resolve(NO_BUS) : within(limitMs, send(bus, method), pending, clock);
  return {
    name,
    call,
    onSignal: (signal, listener) => listen(bus, signal, listener, call),
    close: () => {
      lose();
      bus.disconnect();
      // A bus that hangs would keep a socket half closed, which nobody shall wait for.
      socket?.unref();
    },
  };
}

function within(
  limitMs: number,
  sent: Promise<BusReply>,
  pending: Set<(reply: BusReply) => void>,
  clock: Clock,
): Promise<BusReply> {
  return new Promise((resolve) => {
    const settle = (reply: BusReply): void => {
      stopWaiting();
      pending.delete(settle);
      resolve(reply);
    };
    const stopWaiting = clock.after(limitMs, () => settle({ ok: false, problem: 'no-answer' }));
    pending.add(settle);
    void sent.then(settle);
  });
}

async function send(bus: MessageBus, method: BusMethod): Promise<BusReply> {
  try {
    const { body = [], ...head } = method;
    const reply = await bus.call(new Message({ ...head, body: [...body] }));
    return reply === null ? NO_BUS : { ok: true, body: reply.body, sender: reply.sender };
  } catch (error) {
    return { ok: false, problem: error instanceof DBusError ? problemOf(error.type) : 'refused' };
  }
}

const NO_SERVICE = /^org\.freedesktop\.DBus\.Error\.(?:ServiceUnknown|NameHasNoOwner|Spawn\.\w+)$/;
const NO_ANSWER = /^org\.freedesktop\.DBus\.Error\.(?:NoReply|TimedOut|Timeout)$/;

function problemOf(errorName: string): BusProblem {
  if (NO_SERVICE.test(errorName)) return 'no-service';
  return NO_ANSWER.test(errorName) ? 'no-answer' : 'refused';
}

function listen(bus: MessageBus, signal: BusSignal, listener: SignalListener, call: BusConnection['call']): () => void {
  const hear = (message: Message): void => {
    // After the answers that came with it have settled; and what our listener throws is not the library's to answer.
    if (isOf(message, signal)) setImmediate(() => listening && listener(message.body, message.sender));
  };
  const match = (member: 'AddMatch' | 'RemoveMatch'): void => {
    void call({ ...BROKER, member, signature: 's', body: [matchRule(signal)] }, MATCH_LIMIT_MS);
  };
  let listening = true;
  bus.on('message', hear);
  match('AddMatch');
  return () => {
    listening = false;
    bus.off('message', hear);
    match('RemoveMatch');
  };
}

// The sender is the bus's to match: here it bears its unique name, which is not the one that was asked for.
function isOf(message: Message, signal: BusSignal): boolean {
  return (
    message.type === MessageType.SIGNAL &&
    message.path === signal.path &&
    message.interface === signal.interface &&
    message.member === signal.member &&
    (signal.arg0 === undefined || message.body[0] === signal.arg0)
  );
}
