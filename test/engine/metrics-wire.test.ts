import { createServer, type ServerResponse } from 'node:http';
import { expect, test, type TestContext } from 'vitest';
import { readSettings } from '../../core/settings.ts';
import { systemClock } from '../../engine/clock.ts';
import type { Monitor } from '../../engine/monitor.ts';
import { holdConnection } from '../../engine/probe/held-connection.ts';
import { startMonitor } from '../../engine/start-monitor.ts';
import { listenOn } from '../simulator/listen-on.ts';

// Real sockets, real time: what goes over the wire, and that a page of any size is no trouble.
const PATIENCE = { timeout: 15_000, interval: 20 } as const;
const MEGABYTE = 1024 * 1024;

interface Served {
  readonly monitor: Monitor;
  readonly asked: string[];
  readonly connections: () => number;
  /** Bytes of metrics that were taken from the server. */
  readonly sent: () => number;
}

async function serve({ onTestFinished }: TestContext, metrics: (response: ServerResponse) => void): Promise<Served> {
  const asked: string[] = [];
  let connections = 0;
  let sent = 0;
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (request.url !== '/metrics') {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"ok"}');
      return;
    }
    const { socket } = response;
    const before = socket?.bytesWritten ?? 0;
    response.on('close', () => (sent += (socket?.bytesWritten ?? 0) - before));
    metrics(response);
  });
  server.on('connection', () => (connections += 1));
  const port = await listenOn(server);
  const monitor = startMonitor({
    settings: { ...readSettings(undefined), targets: [{ url: `http://127.0.0.1:${port}` }] },
    platform: 'linux',
    appVersion: '0.0.0',
    clock: systemClock,
    connect: (url, onLost) => holdConnection({ url, onLost, clock: systemClock }),
    onError: (error) => {
      throw error;
    },
  });
  monitor.attend(true);
  onTestFinished(() => {
    monitor.stop();
    server.close();
    server.closeAllConnections();
  });
  return { monitor, asked, connections: () => connections, sent: () => sent };
}

const probesAfterMetrics = ({ asked }: Served): number =>
  asked.includes('/metrics') ? asked.length - 1 - asked.lastIndexOf('/metrics') : 0;

test('metrics ride the one connection, after health', async (context) => {
  const served = await serve(context, (response) => {
    response.writeHead(200, { 'content-type': 'text/plain' }).end('p_requests_total 1\n');
  });
  await expect.poll(() => probesAfterMetrics(served), PATIENCE).toBeGreaterThan(1);
  expect(served.asked.filter((path) => path === '/metrics')).toHaveLength(1);
  expect(served.connections()).toBe(1);
  expect(served.monitor.snapshot().light).toBe('healthy');
});

test('input 45: of 50 MB of metrics hardly more than one is taken, and the light stays green', async (context) => {
  const page = Buffer.alloc(MEGABYTE, 'p_requests_total{path="/v1/messages"} 1\n');
  const served = await serve(context, (response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    let left = 50;
    const more = (): void => {
      while (left > 0) {
        left -= 1;
        if (!response.write(page)) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  });
  await expect.poll(() => probesAfterMetrics(served), PATIENCE).toBeGreaterThan(1);
  expect(served.sent()).toBeLessThan(12 * MEGABYTE);
  const { light, targets } = served.monitor.snapshot();
  expect([light, targets[0]?.findings, targets[0]?.traffic]).toEqual(['healthy', [], undefined]);
});
