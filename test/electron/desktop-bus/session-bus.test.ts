import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BROKER } from '../../../electron/desktop-bus/bus-messages.ts';
import { desktopServices } from '../../../electron/desktop-bus/desktop-services.ts';
import { openSessionBus, type DesktopBus } from '../../../electron/desktop-bus/session-bus.ts';
import { systemClock } from '../../../engine/clock.ts';
import { virtualClock } from '../../engine/virtual-clock.ts';

// What goes wrong between us and a bus. Vitest fails on every exception that reaches the process.
const QUESTION = { ...BROKER, member: 'ListNames' };
const NO_BUS = { ok: false, problem: 'no-bus' };

function busAt(address: string): DesktopBus {
  const bus = openSessionBus({ env: { DBUS_SESSION_BUS_ADDRESS: address }, clock: systemClock });
  onTestFinished(() => bus.stop());
  return bus;
}

/** Somebody at the address of a bus, who does this to everyone. */
async function listenAs(play: (socket: Socket) => void) {
  const folder = await mkdtemp(join(tmpdir(), 'pilot-light-bus-'));
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.resume();
    play(socket);
  }).listen(join(folder, 'bus'));
  await once(server, 'listening');
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await rm(folder, { recursive: true });
  });
  const address = `unix:path=${join(folder, 'bus')}`;
  return { address, bus: busAt(address), open: () => sockets.size, connections: () => connections };
}

describe('a session without a bus', () => {
  it.each([
    'unix:path=/nonexistent/bus',
    'unix:abstract=pilot-light/nobody',
    'tcp:host=127.0.0.1,port=1',
    'unix:path=',
  ])('%s is an answer like others', async (address) => {
    const bus = busAt(address);
    expect(await bus.call(QUESTION)).toEqual(NO_BUS);
    expect(await bus.ownName()).toBeUndefined();
    bus.onSignal({ ...BROKER, sender: BROKER.destination, member: 'NameOwnerChanged' }, () => {})();
    expect(await desktopServices(bus)).toEqual({ tray: 'absent', notifications: 'absent' });
  });
});

describe('a bus that is to be left alone for a while', () => {
  it('is connected to when that time is over', async () => {
    const { address, connections } = await listenAs((socket) => socket.destroy());
    const clock = virtualClock();
    const bus = openSessionBus({ env: { DBUS_SESSION_BUS_ADDRESS: address }, clock, afterMs: 250 });
    const answer = bus.call(QUESTION);
    await clock.advance(249);
    expect(connections()).toBe(0);
    await clock.advance(1);
    expect([await answer, connections()]).toEqual([NO_BUS, 1]);
    bus.stop();
  });

  it('is never connected to when it was stopped before, and nobody waits for it', async () => {
    const { address, connections } = await listenAs((socket) => socket.destroy());
    const clock = virtualClock();
    const bus = openSessionBus({ env: { DBUS_SESSION_BUS_ADDRESS: address }, clock, afterMs: 250 });
    const answer = bus.call(QUESTION);
    bus.stop();
    expect([await answer, clock.waiting, connections()]).toEqual([NO_BUS, 0, 0]);
  });
});

describe('somebody who is no bus', () => {
  const OK = 'OK 0123456789abcdef0123456789abcdef\r\n';
  const PLAYS: Readonly<Record<string, (socket: Socket) => void>> = {
    'says nothing': () => {},
    'hangs up': (socket) => socket.destroy(),
    'refuses us': (socket) => socket.write('REJECTED EXTERNAL\r\n'),
    'speaks another language': (socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'),
    'never ends its line': (socket) => {
      const timer = setInterval(() => socket.write(Buffer.alloc(1_000, 'A')), 10);
      socket.on('close', () => clearInterval(timer));
    },
    'lets us in and hangs': (socket) => socket.write(OK),
    'lets us in and hangs up': (socket) => socket.end(OK),
    'announces 8 GB': (socket) => {
      socket.write(OK);
      setTimeout(() => socket.write(Buffer.alloc(64, 0xff)), 50);
    },
    'sends a body of a type that is none': (socket) => {
      socket.write(OK);
      // One header field, the signature of the body: "?".
      const head = Buffer.from([0x6c, 4, 0, 1, 4, 0, 0, 0, 1, 0, 0, 0, 7, 0, 0, 0]);
      const fields = Buffer.from([8, 1, 0x67, 0, 1, 0x3f, 0, 0]);
      setTimeout(() => socket.write(Buffer.concat([head, fields, Buffer.alloc(4)])), 50);
    },
  };

  it.each(Object.keys(PLAYS))('%s: no bus, no exception, and the connection is closed', async (name) => {
    const { bus, open, connections } = await listenAs((socket) => PLAYS[name]?.(socket));
    expect(await bus.call(QUESTION)).toEqual(NO_BUS);
    await expect.poll(open).toBe(0);
    expect(await bus.call(QUESTION)).toEqual(NO_BUS);
    expect(connections()).toBe(1);
  });

  it('sends more than anybody would: it is not kept', async () => {
    let taken = 0;
    const chunk = Buffer.alloc(65_536);
    const more = (socket: Socket): void => {
      socket.write(chunk, (error) => {
        if (error) return;
        taken += chunk.length;
        if (taken < 100_000_000) more(socket);
      });
    };
    const { bus, open } = await listenAs((socket) => {
      socket.write(OK);
      // Little endian, a signal, version 1; then the length of the body: 100 MB.
      const head = Buffer.from([0x6c, 4, 0, 1, 0, 0, 0, 6, 1, 0, 0, 0, 0, 0, 0, 0]);
      setTimeout(() => socket.write(head, () => more(socket)), 50);
    });
    expect(await bus.call(QUESTION)).toEqual(NO_BUS);
    await expect.poll(open).toBe(0);
    expect(taken).toBeLessThan(20_000_000);
  });
});
