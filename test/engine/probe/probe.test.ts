import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../engine/clock.ts';
import type { ProbeRequest } from '../../../engine/probe/probe-request.ts';
import { probe } from './probe.ts';
import { serveInput, type Hostile } from '../../hostile/hostile-server.ts';
import { answer, GREEN, json, says, type Serve } from '../../hostile/wire.ts';
import { listenOn } from '../../simulator/listen-on.ts';

const DEADLINE_MS = 2_000;
const IPV6 = Object.values(networkInterfaces()).some((known) => known?.some(({ address }) => address === '::1'));

const closers: (() => unknown)[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function server(serve: Serve): Promise<Hostile> {
  const started = await serveInput({ what: 'for this test', serve });
  closers.push(() => started.close());
  return started;
}

/** Answers healthily on one address, with this name; port 0 means any. */
async function answerOn(host: string, port: number, name: string): Promise<number> {
  const open = new Set<Socket>();
  const listening = createServer((socket) => {
    open.add(socket.on('error', () => socket.destroy()));
    socket.once('data', () => socket.end(answer(`{"status":"ok","name":"${name}"}`)));
  });
  closers.push(() => {
    open.forEach((socket) => socket.destroy());
    listening.close();
  });
  return listenOn(listening, host, port);
}

const ask = (url: string, rest: Partial<ProbeRequest> = {}) =>
  probe({ url, path: '/health', deadlineMs: DEADLINE_MS, ...rest }, systemClock);

describe('probe', () => {
  it('asks for one path below the address, plainly', async () => {
    const { url, requests } = await server(json(GREEN));
    await ask(`${url}/proxy`, { path: '/health/detailed', userAgent: 'Pilot-Light/9.9' });
    const [request = ''] = requests;
    expect(request.split('\r\n')[0]).toBe('GET /proxy/health/detailed HTTP/1.1');
    expect(request).toMatch(/^accept: application\/json/m);
    expect(request).toMatch(/^accept-encoding: identity\r$/m);
    expect(request).toMatch(/^user-agent: Pilot-Light\/9\.9\r$/m);
    expect(request).not.toMatch(/cookie|authorization|referer/i);
  });

  it('brings the answer with the headers that matter and no others', async () => {
    const headers = ['Retry-After: 7', 'Server: uvicorn', 'Keep-Alive: timeout=5, max=100', 'X-Other: 1'];
    const { url } = await server(says(answer('{"a":1}', { status: '429 Too Many', headers })));
    expect(await ask(url)).toEqual({
      kind: 'answer',
      path: '/health',
      status: 429,
      headers: { contentType: 'application/json', retryAfter: '7', server: 'uvicorn', keepAliveSeconds: 5 },
      body: '{"a":1}',
      ms: expect.any(Number),
    });
  });

  it('leaves no connection behind', async () => {
    const { url, connections } = await server(json(GREEN));
    await ask(url);
    await expect.poll(() => connections()).toEqual({ open: 0, ever: 1 });
  });

  it('goes through no proxy, whatever the environment says', async () => {
    const trap = await server(json(GREEN));
    for (const name of ['http_proxy', 'HTTP_PROXY', 'ALL_PROXY']) vi.stubEnv(name, trap.url);
    vi.stubEnv('NODE_USE_ENV_PROXY', '1');
    const { url } = await server(json(GREEN));
    expect(await ask(url)).toMatchObject({ status: 200 });
    expect(trap.connections().ever).toBe(0);
  });

  it('accepts no certificate because the environment says so', async () => {
    const secure = await serveInput({
      what: 'TLS',
      serve: json(GREEN),
      tls: { certificate: 'self-signed', url: 'https' },
    });
    closers.push(() => secure.close());
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    expect(await ask(secure.url)).toMatchObject({ failure: 'tls', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  });

  it('is cancelled by its signal, before and while it asks', async () => {
    const { url, connections } = await server(() => {});
    expect(await ask(url, { signal: AbortSignal.abort() })).toMatchObject({ failure: 'cancelled' });
    expect(connections().ever).toBe(0);

    const stop = new AbortController();
    const asked = ask(url, { signal: stop.signal });
    await expect.poll(() => connections().open).toBe(1);
    stop.abort();
    expect(await asked).toMatchObject({ failure: 'cancelled' });
    await expect.poll(() => connections().open).toBe(0);
  });

  it.each(['', 'http://[::1', 'http://127.0.0.1:99999', 'nonsense', 'file:///etc/passwd'])(
    'an address that is none (%j) is a failure, not an exception',
    async (url) => {
      expect(await ask(url)).toMatchObject({ kind: 'failure', failure: 'internal' });
    },
  );

  it('a stopped server whose queue is full is silent, not refused', async () => {
    const code = `require('net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, function () {
      console.log(this.address().port);
    });`;
    const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    closers.push(() => child.kill('SIGKILL'));
    const [line] = await once(child.stdout, 'data');
    const port = Number(String(line));
    child.kill('SIGSTOP');
    const waiting = Array.from({ length: 8 }, () => connect(port, '127.0.0.1').on('error', () => {}));
    closers.push(() => waiting.forEach((socket) => socket.destroy()));
    // Two fit into the queue of a backlog of one; the others stay outside.
    await expect.poll(() => waiting.filter((socket) => !socket.connecting).length).toBeGreaterThan(0);
    expect(await ask(`http://localhost:${port}`, { deadlineMs: 900 })).toMatchObject({ failure: 'connect-timeout' });
  });
});

describe('28: localhost', () => {
  it('reaches a server that is only on 127.0.0.1', async () => {
    const port = await answerOn('127.0.0.1', 0, 'four');
    expect(await ask(`http://localhost:${port}`)).toMatchObject({ status: 200, body: expect.stringContaining('four') });
  });

  it.runIf(IPV6)('reaches a server that is only on ::1', async () => {
    const port = await answerOn('::1', 0, 'six');
    expect(await ask(`http://localhost:${port}`)).toMatchObject({ status: 200, body: expect.stringContaining('six') });
    expect(await ask(`http://[::1]:${port}`)).toMatchObject({ status: 200 });
    expect(await ask(`http://127.0.0.1:${port}`)).toMatchObject({ failure: 'refused' });
  });

  it.runIf(IPV6)('takes 127.0.0.1 first where two different services are there', async () => {
    const port = await answerOn('127.0.0.1', 0, 'four');
    await answerOn('::1', port, 'six');
    expect(await ask(`http://localhost:${port}`)).toMatchObject({ body: expect.stringContaining('four') });
  });

  it('is refused when nobody is there', async () => {
    const { url, port } = await server(json(GREEN));
    await Promise.all(closers.splice(0).map((close) => close()));
    expect(await ask(`http://localhost:${port}`)).toMatchObject({ failure: 'refused', code: 'ECONNREFUSED' });
    expect(await ask(url)).toMatchObject({ failure: 'refused', code: 'ECONNREFUSED' });
  });

  it('means this computer in every spelling', async () => {
    const port = await answerOn('127.0.0.1', 0, 'four');
    expect(await ask(`http://api.localhost:${port}`)).toMatchObject({ status: 200 });
    expect(await ask(`http://localhost.:${port}`)).toMatchObject({ status: 200 });
  });
});
