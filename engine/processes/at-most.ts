import type { Clock } from '../clock.ts';

/** Waits for work, but not longer than `ms`; absent when it took longer. The work itself goes on. */
export function atMost<T>(clock: Clock, ms: number, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const stop = clock.after(ms, () => resolve(undefined));
    work.then(resolve, reject).finally(stop);
  });
}
