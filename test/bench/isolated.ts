import { fork } from 'node:child_process';
import * as v from 'valibot';
import type { Measurement } from './measurement.ts';

/** What became of a measurement: a value for each figure, or why there is none. */
export type Outcome =
  | { readonly kind: 'measured'; readonly values: Readonly<Record<string, number>> }
  | { readonly kind: 'skipped'; readonly because: string }
  | { readonly kind: 'failed'; readonly because: string };

const valuesSchema = v.record(v.string(), v.number());

/** Measures in a fresh process, so that no measurement warms up, fills or slows down another. Never rejects. */
export function measureIsolated({ name, limitMs, obstacle }: Measurement): Promise<Outcome> {
  const because = obstacle?.();
  if (because !== undefined) return Promise.resolve({ kind: 'skipped', because });
  return new Promise((resolve) => {
    const child = fork(process.argv[1] ?? '', ['measure', name], { execArgv: ['--expose-gc'] });
    const failed = (reason: string): void => resolve({ kind: 'failed', because: reason });
    const limit = setTimeout(() => {
      failed(`no result after ${limitMs / 1_000} s`);
      child.kill();
    }, limitMs);
    child.once('message', (message) => {
      const read = v.safeParse(valuesSchema, message);
      if (read.success) resolve({ kind: 'measured', values: read.output });
    });
    child.once('error', (error) => failed(error.message));
    // Only the first of these counts: after a result, this is how it should end.
    child.once('exit', (code, signal) => {
      clearTimeout(limit);
      failed(`ended without a result (${signal ?? code})`);
    });
  });
}

/** The other side: measures, tells the result, and ends with all that it started. */
export async function tellValues({ measure }: Measurement): Promise<void> {
  process.once('SIGTERM', () => process.exit(143));
  process.once('disconnect', () => process.exit(1));
  const values = await measure();
  process.send?.(values, () => process.exit(0));
}
