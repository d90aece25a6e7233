import type { Counter } from './meters.ts';

/** A series and by how much it grew between two pages. */
export interface Grown<C extends Counter> {
  readonly counter: C;
  readonly by: number;
}

/**
 * By how much each series grew, as `increase` of Prometheus counts it: one that is less than before was restarted at
 * zero. One that was not there before begins at zero too, since the page before was whole: a first error counts.
 * @see https://prometheus.io/docs/prometheus/latest/querying/functions/#increase
 */
export function increases<C extends Counter>(before: readonly Counter[], after: readonly C[]): readonly Grown<C>[] {
  const values = new Map(before.map(({ key, value }) => [key, value]));
  return after.map((counter) => ({ counter, by: grownFrom(values.get(counter.key) ?? 0, counter.value) }));
}

function grownFrom(before: number, after: number): number {
  return after < before ? after : after - before;
}

/** Whether the server that counts was started anew between two pages: some series went down. */
export function isRestarted(before: readonly Counter[], after: readonly Counter[]): boolean {
  const values = new Map(before.map(({ key, value }) => [key, value]));
  return after.some(({ key, value }) => value < (values.get(key) ?? 0));
}
