import { percentile } from '../statistics.ts';

/** What the same measurement gave for the empty app and for ours, one right after the other. */
export interface Pair<Value> {
  readonly empty: Value;
  readonly ours: Value;
}

/** Measures both in turn, so that a noise of the machine meets both. */
export async function measurePairs<Value>(
  count: number,
  empty: () => Promise<Value>,
  ours: () => Promise<Value>,
): Promise<readonly Pair<Value>[]> {
  const pairs: Pair<Value>[] = [];
  for (let i = 0; i < count; i += 1) {
    // One after the other: they would disturb each other.
    // oxlint-disable-next-line no-await-in-loop
    pairs.push({ empty: await empty(), ours: await ours() });
  }
  return pairs;
}

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The medians of both, and the median of what ours is to the empty one in each pair. */
export function compare(pairs: readonly Pair<number>[]): { empty: number; ours: number; ratio: number } {
  return {
    empty: median(pairs.map(({ empty }) => empty)),
    ours: median(pairs.map(({ ours }) => ours)),
    ratio: median(pairs.map(({ empty, ours }) => ours / empty)),
  };
}
