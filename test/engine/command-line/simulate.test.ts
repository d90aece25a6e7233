import { once } from 'node:events';
import { afterAll, describe, expect, it } from 'vitest';
import { heard, home, start } from './pilot-light.ts';

const where = home();
afterAll(() => where.remove());

const isThere = async (url: string): Promise<boolean> => {
  try {
    await fetch(`${url}/health`);
    return true;
  } catch {
    return false;
  }
};

async function untilGone(url: string): Promise<void> {
  while (await isThere(url)) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('pilot-light simulate', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)('leaves nothing behind after %s', async (signal) => {
    const child = start(['simulate', 'healthy', '--port', '0', '--set', 'version=9'], where);
    const line = await heard(child)(/\n/);
    const { url } = JSON.parse(line);
    expect(await (await fetch(`${url}/health/detailed`)).json()).toMatchObject({ version: '9' });
    const end = once(child, 'exit');
    child.kill(signal);
    await end;
    await untilGone(url);
  });
});
