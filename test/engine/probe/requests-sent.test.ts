import { afterEach, expect, it } from 'vitest';
import { systemClock } from '../../../engine/clock.ts';
import { holdConnection } from '../../../engine/probe/held-connection.ts';
import { probe } from './probe.ts';
import { requestsSent } from '../../../engine/probe/requests-sent.ts';
import { serveInput, type Hostile } from '../../hostile/hostile-server.ts';
import { GREEN, json } from '../../hostile/wire.ts';

const DEADLINE_MS = 2_000;

const closers: (() => unknown)[] = [];
afterEach(() => Promise.all(closers.splice(0).map((close) => close())));

async function server(): Promise<Hostile> {
  const started = await serveInput({ what: 'for this test', serve: json(GREEN) });
  closers.push(() => started.close());
  return started;
}

it('counts what a server has received, over a held connection or a fresh one', async () => {
  const { url, requests } = await server();
  const before = requestsSent();
  const connection = holdConnection({ url, clock: systemClock, onLost: () => {} });
  closers.push(() => connection.close());
  for (const path of ['/health', '/health/detailed', '/']) {
    // One after the other, over one connection.
    // oxlint-disable-next-line no-await-in-loop
    await connection.ask(path, DEADLINE_MS);
  }
  await probe({ url, path: '/health', deadlineMs: DEADLINE_MS }, systemClock);
  expect([requestsSent() - before, requests.length]).toEqual([4, 4]);
});

it('does not count what found nobody to be sent to', async () => {
  const gone = await server();
  await gone.close();
  const before = requestsSent();
  const { kind } = await probe({ url: gone.url, path: '/health', deadlineMs: DEADLINE_MS }, systemClock);
  expect([kind, requestsSent() - before]).toEqual(['failure', 0]);
});
