import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { firstLine } from '../../build/setup/first-line.mjs';
import { launch } from '../../build/setup/run.mjs';

const CONFIG = fileURLToPath(new URL('../desktop/bare-bus.conf', import.meta.url));

/** A system bus of its own with a login manager on it, who says when the computer sleeps. */
export interface LoginManager {
  /** For DBUS_SYSTEM_BUS_ADDRESS. */
  readonly address: string;
  sleep(): void;
  wake(): void;
  stop(): Promise<void>;
}

/** Starts both. `busctl` can send signals but keeps no name, and nobody listens to a login manager without its name. */
export async function startLoginManager(): Promise<LoginManager> {
  const bus = launch('dbus-daemon', [`--config-file=${CONFIG}`, '--nofork', '--nopidfile', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    guarded: true,
  });
  const address = await firstLine(bus, bus.child.stdout);
  const socket = await signIn(/path=([^,]+)/.exec(address)?.[1] ?? '');
  const tellSleep = (isAsleep: boolean): void => void socket.write(sleepSignal(isAsleep));
  return {
    address,
    sleep: () => tellSleep(true),
    wake: () => tellSleep(false),
    stop: async () => {
      socket.destroy();
      await bus.stop();
    },
  };
}

async function signIn(path: string): Promise<Socket> {
  const socket = createConnection(path);
  await once(socket, 'connect');
  const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  await once(socket, 'data');
  socket.write('BEGIN\r\n');
  socket.write(busCall(1, 'Hello'));
  const name = text('org.freedesktop.login1');
  socket.write(busCall(2, 'RequestName', 'su', [...name, ...padding(name.length, 4), ...u32(0)]));
  // What is answered, and what others ask, is let pass.
  socket.resume();
  return socket;
}

const METHOD_CALL = 1;
const SIGNAL = 4;

function busCall(serial: number, member: string, signature?: string, body: readonly number[] = []): Buffer {
  const bus = 'org.freedesktop.DBus';
  return message(METHOD_CALL, serial, ['/org/freedesktop/DBus', bus, member, bus, signature], body);
}

let serial = 2;
function sleepSignal(isAsleep: boolean): Buffer {
  serial += 1;
  const path = '/org/freedesktop/login1';
  const header = [path, 'org.freedesktop.login1.Manager', 'PrepareForSleep', undefined, 'b'] as const;
  return message(SIGNAL, serial, header, u32(isAsleep ? 1 : 0));
}

type Header = readonly [
  path: string,
  iface: string,
  member: string,
  to: string | undefined,
  signature: string | undefined,
];

// D-Bus Specification, "Message Format": numbers of the header fields, and their types.
const FIELDS = [
  [1, 'o'],
  [2, 's'],
  [3, 's'],
  [6, 's'],
  [8, 'g'],
] as const;

function message(type: number, of: number, header: Header, body: readonly number[]): Buffer {
  const fields: number[] = [];
  for (const [i, [code, kind]] of FIELDS.entries()) {
    const value = header[i];
    if (value === undefined) continue;
    fields.push(...padding(fields.length, 8), code, 1, kind.charCodeAt(0), 0);
    fields.push(...(kind === 'g' ? [value.length, ...Buffer.from(value), 0] : text(value)));
  }
  const head = ['l'.charCodeAt(0), type, 0, 1, ...u32(body.length), ...u32(of), ...u32(fields.length), ...fields];
  return Buffer.from([...head, ...padding(head.length, 8), ...body]);
}

function u32(value: number): readonly number[] {
  return [value & 255, (value >> 8) & 255, (value >> 16) & 255, (value >> 24) & 255];
}

function text(value: string): readonly number[] {
  return [...u32(value.length), ...Buffer.from(value), 0];
}

function padding(length: number, to: number): readonly number[] {
  return Array.from({ length: (to - (length % to)) % to }, () => 0);
}
