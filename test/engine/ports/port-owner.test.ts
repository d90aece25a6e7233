import { spawnSync } from 'node:child_process';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PortOwner } from '../../../core/sight/local-sight.ts';
import { systemClock } from '../../../engine/clock.ts';
import { portOwner } from '../../../engine/ports/port-owner.ts';
import type { RunTool } from '../../../engine/ports/run-tool.ts';
import { virtualClock } from '../virtual-clock.ts';
import { listenHere, listenInNode, listenInPython, type Listening } from './listeners.ts';

const IPV6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
);
const PYTHON = spawnSync('python3', ['--version']).status === 0;
const LINUX = process.platform === 'linux';

const noTools: RunTool = () => Promise.resolve(undefined);
// On a clock that stands still, a busy computer has the time it needs.
const ask = (host: string, port: number): Promise<PortOwner> =>
  portOwner({ host, port, platform: 'linux' }, { clock: virtualClock(), run: noTools });

const running: Listening[] = [];
async function during(starting: Promise<Listening>): Promise<Listening> {
  const listening = await starting;
  running.push(listening);
  return listening;
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((listening) => listening.stop()));
});

describe.runIf(LINUX)('on Linux, the owner of a real port', () => {
  const binds = ['127.0.0.1', '0.0.0.0', ...(IPV6 ? ['::', '::1', '::ffff:127.0.0.1'] : [])];
  it.each(binds)('is found when it listens on %s', async (bind) => {
    const { port, pid } = await during(listenHere(bind));
    expect(await ask('localhost', port)).toMatchObject({ kind: 'known', pid });
    expect(await ask('127.0.0.1', port)).toMatchObject({ kind: 'known', pid });
    expect(await ask('[::1]', port)).toMatchObject({ kind: 'known', pid });
  });

  it('is named with its script, and since when it runs', async () => {
    const before = Date.now();
    const { port, pid } = await during(listenInNode('127.0.0.1'));
    const owner = await ask('127.0.0.1', port);
    expect(owner).toMatchObject({ kind: 'known', pid, name: 'node listener-program.mjs' });
    // The kernel tells the boot in whole seconds.
    const startedAt = owner.kind === 'known' ? (owner.startedAt ?? 0) : 0;
    expect(startedAt).toBeGreaterThan(before - 5_000);
    expect(startedAt).toBeLessThan(Date.now() + 5_000);
  });

  it.runIf(PYTHON)('is named with its module', async () => {
    const { port } = await during(listenInPython('127.0.0.1'));
    expect(await ask('127.0.0.1', port)).toMatchObject({
      kind: 'known',
      name: expect.stringMatching(/^python[\d.]* http\.server$/),
    });
  });

  it.runIf(IPV6)('is the one that the host leads to, where two share the port', async () => {
    const here = await during(listenHere('::1'));
    const there = await during(listenInNode('127.0.0.1', here.port));
    expect(await ask('127.0.0.1', here.port)).toMatchObject({ pid: there.pid });
    expect(await ask('localhost', here.port)).toMatchObject({ pid: there.pid });
    expect(await ask('[::1]', here.port)).toMatchObject({ pid: here.pid });
  });

  it.runIf(IPV6)('is the one on 0.0.0.0 where another has :: for IPv6 alone', async () => {
    const there = await during(listenInNode('0.0.0.0'));
    const other = await during(listenInNode('::', there.port));
    expect(await ask('127.0.0.1', there.port)).toMatchObject({ pid: there.pid });
    expect(await ask('[::1]', there.port)).toMatchObject({ pid: other.pid });
  });

  it('is nobody once it has stopped', async () => {
    const { port, stop } = await listenInNode('127.0.0.1');
    await stop();
    expect(await ask('127.0.0.1', port)).toEqual({ kind: 'free' });
  });

  it('is nobody where loopback does not lead to it', async () => {
    const { port } = await during(listenHere('127.0.0.2'));
    expect(await ask('127.0.0.1', port)).toEqual({ kind: 'free' });
  });
});

describe('whatever happens', () => {
  const never: RunTool = () => new Promise(() => {});

  it.each<readonly [string, number]>([
    ['example.com', 8000],
    ['192.168.1.20', 8000],
    ['127.0.0.1', 0],
    ['127.0.0.1', 65_536],
    ['127.0.0.1', 80.5],
    ['127.0.0.1', Number.NaN],
  ])('%s port %d: no tool is started', async (host, port) => {
    const run = vi.fn(noTools);
    const owner = await portOwner({ host, port, platform: 'mac' }, { clock: systemClock, run });
    expect(owner).toEqual({ kind: 'unknown' });
    expect(run).not.toHaveBeenCalled();
  });

  it.each(['mac', 'windows'] as const)('%s: a tool that hangs is waited for two seconds', async (platform) => {
    const clock = virtualClock();
    const settled = vi.fn<(owner: PortOwner) => void>();
    const asking = portOwner({ host: 'localhost', port: 8000, platform }, { clock, run: never }).then(settled);
    await clock.advance(1_999);
    expect(settled).not.toHaveBeenCalled();
    await clock.advance(1);
    await asking;
    expect(settled).toHaveBeenCalledWith({ kind: 'unknown' });
    expect(clock.waiting).toBe(0);
  });

  it('after that, no further tool is started', async () => {
    const clock = virtualClock();
    let end: (output: undefined) => void = () => {};
    const run = vi.fn<RunTool>(() => new Promise((resolve) => (end = resolve)));
    const asking = portOwner({ host: 'localhost', port: 8000, platform: 'mac' }, { clock, run });
    await clock.advance(2_000);
    await asking;
    end(undefined);
    await clock.advance(0);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('the search ends when it is told to, before or meanwhile', async () => {
    const clock = virtualClock();
    const abort = new AbortController();
    const question = { host: 'localhost', port: 8000, platform: 'mac', signal: abort.signal } as const;
    const asking = portOwner(question, { clock, run: never });
    abort.abort();
    expect(await asking).toEqual({ kind: 'unknown' });
    expect(await portOwner(question, { clock, run: never })).toEqual({ kind: 'unknown' });
    expect(clock.waiting).toBe(0);
  });

  it.each(['mac', 'windows'] as const)('%s: a runner that fails is no failure of ours', async (platform) => {
    const run: RunTool = () => Promise.reject(new Error('no processes left'));
    const owner = await portOwner({ host: 'localhost', port: 8000, platform }, { clock: systemClock, run });
    expect(owner).toEqual({ kind: 'unknown' });
  });
});
