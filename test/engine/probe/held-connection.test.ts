import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../engine/clock.ts';
import { holdConnection, type HeldConnection } from '../../../engine/probe/held-connection.ts';
import { serveInput, type Hostile } from '../../hostile/hostile-server.ts';
import { answer, GREEN, json, says, type Serve } from '../../hostile/wire.ts';
import { startSimulator, type Simulator } from '../../simulator/simulator.ts';

const PATH = '/health';
const DEADLINE_MS = 2_000;
const MANY = 500;

const closers: (() => unknown)[] = [];
const willClose = <T extends { close(): unknown }>(thing: T): T => {
  closers.push(() => thing.close());
  return thing;
};
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

interface Line extends HeldConnection {
  readonly losses: () => number;
}

function line(url: string): Line {
  let losses = 0;
  const held = willClose(holdConnection({ url, clock: systemClock, userAgent: 'test/1', onLost: () => (losses += 1) }));
  return { ...held, losses: () => losses };
}

const simulator = async (...[options]: [object?]): Promise<Simulator> =>
  willClose(await startSimulator({ scenario: 'healthy', options: options ?? {} }));

const server = async (serve: Serve): Promise<Hostile> => willClose(await serveInput({ what: 'for this test', serve }));

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Asks many times with this pause between, and counts what was no answer. */
async function failuresAmong(count: number, held: HeldConnection, pauseMs: (i: number) => number): Promise<number> {
  let failures = 0;
  for (let i = 0; i < count; i += 1) {
    // One request at a time is the point here.
    // oxlint-disable-next-line no-await-in-loop
    const { kind } = await held.ask(PATH, DEADLINE_MS);
    if (kind === 'failure') failures += 1;
    // oxlint-disable-next-line no-await-in-loop
    await pause(pauseMs(i));
  }
  return failures;
}

/** Answers the first request of a connection well and does this with the others. */
function afterTheFirst(then: Serve): Serve {
  const served = new WeakSet<object>();
  return (socket, path) => {
    if (served.has(socket)) then(socket, path);
    else {
      served.add(socket);
      json(GREEN)(socket, path);
    }
  };
}

describe('holdConnection', () => {
  it('rides one connection, however much is asked at once', async () => {
    const { url, connections } = await server(json(GREEN));
    const held = line(url);
    const results = await Promise.all(Array.from({ length: 20 }, () => held.ask(PATH, DEADLINE_MS)));
    expect(results.map(({ kind }) => kind)).toEqual(Array.from({ length: 20 }, () => 'answer'));
    expect(connections().ever).toBe(1);
    expect(held.holding()).toBe('held');
    expect(held.losses()).toBe(0);
  });

  it('tells at once when the server dies, and once only', async () => {
    const proxy = await simulator();
    const held = line(proxy.url);
    await held.ask(PATH, DEADLINE_MS);
    await proxy.close();
    await expect.poll(held.losses).toBe(1);
    expect(held.holding()).toBe('none');
    expect(await held.ask(PATH, DEADLINE_MS)).toMatchObject({ failure: 'refused' });
    expect(held.losses()).toBe(1);
  });

  it('tells it of a process that is killed with -9', async () => {
    const code = `require('http').createServer((_, answer) => answer.end('{"status":"ok"}')).listen(0, '127.0.0.1',
      function () { console.log(this.address().port); });`;
    const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
    closers.push(() => child.kill('SIGKILL'));
    const [port] = await once(child.stdout, 'data');
    const held = line(`http://127.0.0.1:${String(port).trim()}`);
    expect(await held.ask(PATH, DEADLINE_MS)).toMatchObject({ status: 200 });
    child.kill('SIGKILL');
    await expect.poll(held.losses).toBe(1);
  });

  it('tells it again and again when the server dies again and again', async () => {
    const proxy = await simulator();
    const held = line(proxy.url);
    for (let times = 1; times <= 5; times += 1) {
      // oxlint-disable-next-line no-await-in-loop
      await held.ask(PATH, DEADLINE_MS);
      // oxlint-disable-next-line no-await-in-loop
      await proxy.switchTo('refusing');
      // oxlint-disable-next-line no-await-in-loop
      await expect.poll(held.losses).toBe(times);
      // oxlint-disable-next-line no-await-in-loop
      expect(await held.ask(PATH, DEADLINE_MS)).toMatchObject({ failure: 'refused' });
      // oxlint-disable-next-line no-await-in-loop
      await proxy.switchTo('healthy');
    }
  });

  it('does not call its own end a loss', async () => {
    const { url, connections } = await server(json(GREEN));
    const held = line(url);
    await held.ask(PATH, DEADLINE_MS);
    held.close();
    await expect.poll(() => connections().open).toBe(0);
    expect(held.losses()).toBe(0);
    expect(await held.ask(PATH, DEADLINE_MS)).toMatchObject({ failure: 'cancelled' });
  });

  it('ends what is under way when it is closed', async () => {
    const { url } = await server(() => {});
    const held = line(url);
    const asked = held.ask(PATH, DEADLINE_MS);
    held.close();
    expect(await asked).toMatchObject({ failure: 'cancelled' });
  });

  it('R5: no failure and no alarm with a server that closes idle connections at once', async () => {
    const { url, connections } = await server((socket) => void socket.end(answer(GREEN)));
    const held = line(url);
    expect(await failuresAmong(MANY, held, (i) => i % 3)).toBe(0);
    expect(held.losses()).toBeLessThanOrEqual(2);
    expect(held.holding()).toBe('denied');
    expect(connections().ever).toBeLessThanOrEqual(2 * MANY);
  });

  it('R5: no failure with a server that closes idle connections after about the interval', async () => {
    const { url } = await server((socket) => {
      socket.write(answer(GREEN));
      const timer = setTimeout(() => socket.end(), 4);
      socket.once('data', () => clearTimeout(timer));
    });
    expect(await failuresAmong(MANY, line(url), (i) => 2 + (i % 4))).toBe(0);
  });

  it('R5: no failure with a server that resets connections just as they are used again', async () => {
    const { url } = await server(afterTheFirst((socket) => void socket.resetAndDestroy()));
    expect(await failuresAmong(MANY, line(url), () => 0)).toBe(0);
  });

  it('knows a server that announces the end of each connection', async () => {
    const proxy = await simulator({ keepAlive: 0 });
    const held = line(proxy.url);
    expect(await failuresAmong(5, held, () => 1)).toBe(0);
    expect(held.holding()).toBe('denied');
    expect(held.losses()).toBe(0);
  });

  it('tries once more only, and only where nothing was answered', async () => {
    const resets = await server((socket) => void socket.resetAndDestroy());
    expect(await line(resets.url).ask(PATH, DEADLINE_MS)).toMatchObject({ failure: 'reset' });
    expect(resets.connections().ever).toBe(1);

    const stops = await server(
      afterTheFirst((socket) => void socket.write('HTTP/1.1 2', () => socket.resetAndDestroy())),
    );
    const held = line(stops.url);
    await held.ask(PATH, DEADLINE_MS);
    expect(await held.ask(PATH, DEADLINE_MS)).toMatchObject({ failure: 'reset' });
    expect(stops.connections().ever).toBe(1);
  });

  it('a farewell (408) on a connection that was used before is asked again', async () => {
    const { url } = await server(afterTheFirst(says(answer('', { status: '408 Request Timeout' }))));
    const held = line(url);
    await held.ask(PATH, DEADLINE_MS);
    expect(await held.ask(PATH, DEADLINE_MS)).toMatchObject({ kind: 'answer', status: 200 });
  });

  it('what a server says unasked is never an answer to the next question', async () => {
    const { url } = await server((socket, path) => {
      json(GREEN)(socket, path);
      setTimeout(() => socket.write(answer('{"status":"unasked"}')), 5);
    });
    const held = line(url);
    await held.ask(PATH, DEADLINE_MS);
    await expect.poll(held.losses).toBe(1);
    expect(await held.ask(PATH, DEADLINE_MS)).toMatchObject({ body: GREEN });
  });

  it('takes a new connection after a silence, and leaves none behind', async () => {
    const { url, connections } = await server(afterTheFirst(() => {}));
    const held = line(url);
    await held.ask(PATH, DEADLINE_MS);
    expect(await held.ask(PATH, 100)).toMatchObject({ failure: 'timeout' });
    expect(await held.ask(PATH, DEADLINE_MS)).toMatchObject({ kind: 'answer' });
    expect(connections()).toEqual({ open: 1, ever: 2 });
  });
});
