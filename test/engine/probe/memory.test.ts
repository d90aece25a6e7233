import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../engine/clock.ts';
import { PAGES } from '../../../engine/probe/pages.ts';
import { probe } from './probe.ts';
import { serveInput, startHostile } from '../../hostile/hostile-server.ts';
import { json } from '../../hostile/wire.ts';

const BUDGET_BYTES = 32 * 1024 * 1024;
const DEADLINE_MS = 400;

/** The most that this process (and the server is in it too) grew while it probed ten times. */
async function growth(url: string): Promise<number> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 5);
  for (let i = 0; i < 10; i += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await probe({ url, path: '/health', deadlineMs: DEADLINE_MS }, systemClock);
  }
  clearInterval(timer);
  return Math.max(peak, process.memoryUsage.rss()) - before;
}

describe('memory is bounded while reading', () => {
  it.each(['15a', '15b', '15c', '15d', '15e', '16b', '17a', '22a'])('input %s costs at most 32 MB', async (id) => {
    const server = await startHostile(id);
    // The first probe pays for what the server makes once: the bomb is 400 MB before it is packed.
    await probe({ url: server.url, path: '/health', deadlineMs: DEADLINE_MS }, systemClock);
    expect(await growth(server.url)).toBeLessThan(BUDGET_BYTES);
    await server.close();
  });

  it.each(['health', 'metrics'] as const)('%s of exactly the limit is read, one byte more is not', async (page) => {
    const ask = async (bytes: number) => {
      const server = await serveInput({ what: 'a text of this size', serve: json(' '.repeat(bytes)) });
      const result = await probe({ url: server.url, path: '/', page, deadlineMs: DEADLINE_MS * 5 }, systemClock);
      await server.close();
      return result;
    };
    const { maxBytes } = PAGES[page];
    expect(await ask(maxBytes)).toMatchObject({ kind: 'answer' });
    expect(await ask(maxBytes + 1)).toMatchObject({ failure: 'too-large' });
  });
});
