import { describe, expect, it } from 'vitest';
import { oneAtATime } from '../../../engine/processes/one-at-a-time.ts';

interface Work {
  readonly name: string;
  readonly signal: AbortSignal;
  end(result: string): void;
  fail(): void;
}

function bench() {
  const begun: Work[] = [];
  const inTurn = oneAtATime<string>();
  const ask = (name: string, signal?: AbortSignal): Promise<string | undefined> =>
    inTurn(
      name,
      (stopping) =>
        new Promise((resolve, reject) => {
          begun.push({ name, signal: stopping, end: resolve, fail: () => reject(new Error('planted')) });
        }),
      signal,
    );
  return { begun, ask };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('oneAtATime', () => {
  it('does one after the other, in the order of asking', async () => {
    const { begun, ask } = bench();
    const asked = ['a', 'b', 'c'].map((name) => ask(name));
    for (const expected of ['a', 'b', 'c']) {
      // oxlint-disable-next-line no-await-in-loop
      await turn();
      expect(begun.at(-1)?.name).toBe(expected);
      begun.at(-1)?.end(expected.toUpperCase());
    }
    expect(await Promise.all(asked)).toEqual(['A', 'B', 'C']);
    expect(begun).toHaveLength(3);
  });

  it('lets the same join, under way and waiting, and begins anew afterwards', async () => {
    const { begun, ask } = bench();
    const asked = [ask('a'), ask('b'), ask('b'), ask('a')];
    await turn();
    begun[0]?.end('A');
    await turn();
    begun[1]?.end('B');
    expect(await Promise.all(asked)).toEqual(['A', 'B', 'B', 'A']);
    const again = ask('a');
    await turn();
    expect(begun).toHaveLength(3);
    begun[2]?.end('A2');
    expect(await again).toBe('A2');
  });

  it('goes on while anybody waits, and is given up by the last', async () => {
    const { begun, ask } = bench();
    const [first, second] = [new AbortController(), new AbortController()];
    const asked = [ask('a', first.signal), ask('a', second.signal)];
    await turn();
    first.abort();
    expect(await asked[0]).toBeUndefined();
    expect(begun[0]?.signal.aborted).toBe(false);
    second.abort();
    expect(begun[0]?.signal.aborted).toBe(true);
    // Who comes now has nothing to do with what is being given up.
    const later = ask('a');
    await turn();
    expect(begun).toHaveLength(1);
    begun[0]?.end('too late');
    expect(await asked[1]).toBeUndefined();
    await turn();
    begun[1]?.end('A');
    expect(await later).toBe('A');
  });

  it('begins nothing for who has left already', async () => {
    const { begun, ask } = bench();
    expect(await ask('a', AbortSignal.abort())).toBeUndefined();
    await turn();
    expect(begun).toEqual([]);
  });

  it('takes no notice of who leaves after the end', async () => {
    const { begun, ask } = bench();
    const leaving = new AbortController();
    const asked = ask('a', leaving.signal);
    await turn();
    begun[0]?.end('A');
    expect(await asked).toBe('A');
    leaving.abort();
    expect(begun[0]?.signal.aborted).toBe(false);
  });

  it('goes on after a failure, which everybody hears who waited for it', async () => {
    const { begun, ask } = bench();
    const asked = [ask('a'), ask('a')];
    const next = ask('b');
    await turn();
    begun[0]?.fail();
    for (const failed of asked) await expect(failed).rejects.toThrow('planted');
    await turn();
    begun[1]?.end('B');
    expect(await next).toBe('B');
  });
});
