import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../engine/clock.ts';
import { findProxies, type KnownPort } from '../../engine/find-proxies.ts';
import { startSimulator } from '../simulator/simulator.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function serving(body: string | undefined, host = '127.0.0.1'): Promise<{ port: number; asked: () => string[] }> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (body !== undefined) response.setHeader('content-type', 'application/json').end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It has no port');
  return { port: address.port, asked: () => asked };
}

async function proxy(host?: string): Promise<number> {
  const simulator = await startSimulator({ scenario: 'healthy', port: 0, ...(host !== undefined && { host }) });
  stops.push(() => simulator.close());
  return simulator.port;
}

const shared = (port: number): KnownPort => ({ port, isShared: true });
const own = (port: number): KnownPort => ({ port, isShared: false });
const find = (ports: readonly KnownPort[], signal?: AbortSignal) =>
  findProxies({ clock: systemClock, ports, ...(signal !== undefined && { signal }) });

describe('findProxies', () => {
  it('finds proxies on both addresses of this computer, in the order of the ports', async () => {
    const [four, six] = [await proxy(), await proxy('::1')];
    const closed = await serving('{}');
    await stops.pop()?.();
    expect(await find([shared(six), shared(closed.port), shared(four)])).toEqual([
      { url: `http://localhost:${six}`, name: 'claude-proxy' },
      { url: `http://localhost:${four}`, name: 'claude-proxy' },
    ]);
  });

  it('takes nothing else for a proxy, and names what tells its name', async () => {
    const page = await serving('<html></html>');
    const ok = await serving('{"status":"ok"}');
    const grafana = await serving('{"status":"ok","service":"grafana"}');
    const named = await serving('{"status":"ok","service":"claude-code-proxy"}');
    expect(await find([page, ok, grafana, named].map(({ port }) => shared(port)))).toEqual([
      { url: `http://localhost:${named.port}`, name: 'claude-code-proxy' },
    ]);
    expect(await find([own(ok.port)])).toEqual([{ url: `http://localhost:${ok.port}` }]);
  });

  it('asks for free pages only, and by GET', async () => {
    const stranger = await serving('[]');
    await find([shared(stranger.port)]);
    expect(stranger.asked().length).toBeGreaterThan(0);
    expect(stranger.asked().filter((each) => !/^GET \/(?:health(?:\/detailed|\/readiness|z)?)?$/.test(each))).toEqual(
      [],
    );
  });

  it('is done in time although nobody answers, and keeps what was found; it ends when it is told to', async () => {
    const silent = await Promise.all(Array.from({ length: 11 }, () => serving(undefined)));
    const there = await proxy();
    const ports = [own(there), ...silent.map(({ port }) => own(port))];
    expect(await find(ports)).toEqual([{ url: `http://localhost:${there}`, name: 'claude-proxy' }]);
    expect(await find(ports, AbortSignal.abort())).toEqual([]);
  });

  it('asks twelve ports at most', async () => {
    const last = await serving('{}');
    const closed = Array.from({ length: 12 }, () => own(1));
    await find([...closed, own(last.port)]);
    expect(last.asked()).toEqual([]);
  });
});
