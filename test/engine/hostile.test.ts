import { afterEach, describe, expect, it } from 'vitest';
import { judge } from '../../core/health/judge.ts';
import type { ProbeResult } from '../../core/health/probe-result.ts';
import { systemClock } from '../../engine/clock.ts';
import { holdConnection } from '../../engine/probe/held-connection.ts';
import { probe } from './probe/probe.ts';
import { serveInput, startHostile, type Hostile } from '../hostile/hostile-server.ts';
import { INPUTS } from '../hostile/inputs.ts';
import { answer, DETAILED, GREEN, json, says } from '../hostile/wire.ts';

const PATH = '/health/detailed';
const DEADLINE_MS = 400;
// The machine is shared with others: what matters is that the deadline ends it, not by how many milliseconds.
const GENEROUS_MS = 2_000;

const ALL = Object.entries(INPUTS).map(([id, { what, mayBeGreen }]) => ({ id, what, mayBeGreen }));

type Ask = () => Promise<ProbeResult>;

const closers: (() => unknown)[] = [];
const willClose = <T extends { close(): unknown }>(thing: T): T => {
  closers.push(() => thing.close());
  return thing;
};
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

const WAYS: Readonly<Record<string, (url: string) => Ask>> = {
  'a fresh connection': (url) => () => probe({ url, path: PATH, deadlineMs: DEADLINE_MS }, systemClock),
  'a held connection': (url) => {
    const held = willClose(holdConnection({ url, clock: systemClock, onLost: () => {} }));
    return () => held.ask(PATH, DEADLINE_MS);
  },
};

const start = async (id: string): Promise<Hostile> => willClose(await startHostile(id));

describe.each(Object.entries(WAYS))('over %s', (_way, open) => {
  it.each(ALL)('input $id: $what', async ({ id, mayBeGreen }) => {
    const server = await start(id);
    const ask = open(server.url);

    const before = performance.now();
    const { light } = judge(await ask());
    expect(performance.now() - before).toBeLessThan(GENEROUS_MS);
    expect(mayBeGreen === undefined ? ['degraded', 'down', 'unknown'] : ['healthy']).toContain(light);

    await server.recover();
    // The healthy server speaks no TLS: what is watched as https stays without proof.
    expect(server.url.startsWith('https:') ? ['down', 'unknown'] : ['healthy']).toContain(judge(await ask()).light);
    await expect.poll(() => server.connections().open).toBeLessThanOrEqual(1);
  });

  it('18: never goes where a redirect points', async () => {
    const trap = willClose(await serveInput({ what: 'trap', serve: json(GREEN) }));
    const serve = says(answer(GREEN, { status: '302 Found', headers: [`Location: ${trap.url}/health`] }));
    const server = willClose(await serveInput({ what: 'redirect', serve }));
    expect(await open(server.url)()).toMatchObject({ failure: 'redirected', code: 'HTTP_302' });
    expect(trap.connections().ever).toBe(0);
  });

  it('27: sends neither cookies nor credentials, however it was asked to', async () => {
    const server = await start('27a');
    const ask = open(server.url);
    await ask();
    await ask();
    expect(server.requests).toHaveLength(2);
    for (const request of server.requests) expect(request).not.toMatch(/cookie|authorization/i);
  });

  it('9: an answer that comes too late changes nothing that came after it', async () => {
    const server = await start('9');
    const ask = open(server.url);
    expect(await ask()).toMatchObject({ failure: 'timeout' });
    const unhealthy = { ...DETAILED, status: 'unhealthy' };
    const second = willClose(await serveInput({ what: 'unhealthy', serve: json(unhealthy) }));
    expect(judge(await open(second.url)()).light).toBe('down');
  });
});
