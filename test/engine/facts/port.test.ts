import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../engine/clock.ts';
import { connectTo } from '../../../engine/facts/port.ts';
import { freeSpace } from '../../../engine/facts/disk.ts';
import { virtualClock } from '../virtual-clock.ts';

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function listening(host: string): Promise<number> {
  const server = createServer((socket) => socket.resume()).listen(0, host);
  servers.push(server);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return port;
}

describe('connectTo', () => {
  it('tells an open port from a closed one, in each family by itself', async () => {
    const port = await listening('127.0.0.1');
    expect(await connectTo('127.0.0.1', port, systemClock)).toBe('open');
    expect(['refused', 'failed']).toContain(await connectTo('::1', port, systemClock));
  });

  it('leaves no connection behind', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    const ended = once(server, 'connection').then(async ([socket]) => once(socket.resume(), 'close'));
    await connectTo('127.0.0.1', (server.address() as AddressInfo).port, systemClock);
    await ended;
    expect(server.listening).toBe(true);
  });

  it('leaves no timer behind', async () => {
    const clock = virtualClock();
    expect(await connectTo('127.0.0.1', await listening('127.0.0.1'), clock)).toBe('open');
    expect(clock.waiting).toBe(0);
  });
});

describe('freeSpace', () => {
  it('is what the system says', async () => {
    const [, line = ''] = execFileSync('df', ['--output=avail', '-B1', '/'], { encoding: 'utf8' }).split('\n');
    const free = await freeSpace('/');
    expect(free.kind === 'known' && Math.abs(free.value.freeBytes - Number(line)) / Number(line)).toBeLessThan(0.05);
  });

  it('cannot be seen of a folder that is not there', async () => {
    expect(await freeSpace('/nowhere/at/all')).toEqual({ kind: 'missing', because: 'cannot-be-seen' });
  });
});
