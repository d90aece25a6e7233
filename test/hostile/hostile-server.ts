import { readFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { listenOn } from '../simulator/listen-on.ts';
import type { HostileInput } from './hostile-input.ts';
import { INPUTS } from './inputs.ts';
import { GREEN, json } from './wire.ts';

/** A real server on loopback that misbehaves in one way. */
export interface Hostile {
  /** The target's address, in its canonical form. */
  readonly url: string;
  readonly port: number;
  /** Every request that came in, as it was sent. */
  readonly requests: readonly string[];
  /** How many connections stand at this moment, and how many there ever were. */
  readonly connections: () => { readonly open: number; readonly ever: number };
  /** From now on it answers as a healthy proxy does, on the same port. */
  recover(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the server for one input of the table, by its number. */
export async function startHostile(id: string): Promise<Hostile> {
  const input = INPUTS[id];
  if (input === undefined) throw new Error(`there is no hostile input ${id}`);
  return serveInput(input);
}

/** Starts a server that treats every request in one way. */
export async function serveInput(input: HostileInput): Promise<Hostile> {
  let now = input;
  let ever = 0;
  const open = new Set<Socket>();
  const requests: string[] = [];
  const server = createServer((socket) => {
    ever += 1;
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    speak(() => now, socket, requests);
  });
  const port = await listenOn(server);
  if (input.serve === 'refuse') await stop(server);
  const scheme = input.tls?.url === 'https' || input.watchedAsHttps === true ? 'https' : 'http';
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    port,
    requests,
    connections: () => ({ open: open.size, ever }),
    recover: async () => {
      now = { what: 'healthy', serve: json(GREEN) };
      if (!server.listening) await listenOn(server, '127.0.0.1', port);
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await stop(server);
    },
  };
}

async function stop(server: Server): Promise<void> {
  if (server.listening) await new Promise((done) => server.close(done));
}

function speak(now: () => HostileInput, socket: Socket, requests: string[]): void {
  const { serve, unasked, tls } = now();
  if (serve === 'refuse') return;
  if (unasked === true) serve(socket.resume(), '');
  else if (tls === undefined) listenToRequests(socket, now, requests);
  else {
    const identity = { key: pem('key'), cert: pem(tls.certificate) };
    const secure = createTlsServer(identity, (inner) => listenToRequests(inner, now, requests));
    secure.on('tlsClientError', () => socket.destroy());
    secure.emit('connection', socket);
  }
}

function listenToRequests(socket: Socket, now: () => HostileInput, requests: string[]): void {
  let received = '';
  socket.on('error', () => socket.destroy());
  socket.on('data', (bytes) => {
    received += bytes.toString('latin1');
    if (!received.endsWith('\r\n\r\n')) return;
    requests.push(received);
    const { serve } = now();
    if (serve !== 'refuse') serve(socket, received.split(' ', 2)[1] ?? '');
    received = '';
  });
}

function pem(name: string): Buffer {
  return readFileSync(new URL(`certificates/${name}.pem`, import.meta.url));
}
