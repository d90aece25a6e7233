import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished } from 'vitest';
import { PACKAGES } from '../../build/package/configuration.mjs';
import { PROGRAM } from '../../build/package/identity.mjs';
import { NOBODY } from '../../build/setup/nobody.mjs';
import { IS_ROOT, PROJECT } from '../e2e/app.ts';
import { test } from '../e2e/desk.ts';
import { printed } from '../e2e/printed.ts';
import { watchSockets } from '../e2e/sockets.ts';
import { makeNetwork } from './network.ts';

const SOON = { timeout: 20_000 };
const QUIET_MS = Number(process.env['QUIET_SECONDS'] ?? 20) * 1_000;

test('talks to its proxy and to nobody else', async ({ desk }) => {
  const network = await makeNetwork(desk);
  const simulator = join(PROJECT, 'out', 'simulator', 'simulator.js');
  const proxy = desk.run([...network.inside, process.execPath, simulator, 'healthy'], NOBODY);
  onTestFinished(() => void process.kill(proxy.pid));
  const url = await printed(proxy, /"url":"([^"]+)"/);
  const profile = join(desk.folder, 'profile');
  const sockets = watchSockets(profile);
  const program = join(PACKAGES, 'linux-unpacked', PROGRAM);
  const switches = [...(IS_ROOT ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`, `--url=${url}`];
  const app = desk.run([...network.inside, program, ...switches], process.env);
  const tray = await desk.tray(app);
  await expect.poll(() => tray.tooltip(), SOON).toContain('Everything is healthy');
  await tray.activate();
  await tray.choose('Run diagnostics');
  await wait(QUIET_MS);

  const { port } = new URL(url);
  const toProxy = { protocol: 'tcp', listens: false, remoteAddress: '0100007F', remotePort: Number(port) };
  expect(sockets.seen()).toEqual([toProxy]);
  expect(network.packetsOut()).toBe(0);
  await tray.choose('Quit');
  expect(await app.ended).toEqual({ code: 0, signal: null });

  // Who does go out is noticed.
  await desk.run([...network.inside, 'getent', 'hosts', 'pilot-light.example'], process.env).ended;
  expect(network.packetsOut()).toBeGreaterThan(0);
});
