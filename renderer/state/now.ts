import { useEffect, useState } from 'react';

const TICK_MS = 1_000;

/**
 * Epoch milliseconds by the main process's clock, renewed once a second while the popup can be seen: the moment of the
 * newest snapshot and the time since it came, so that a wall clock that is set in between changes nothing.
 */
export function useNow(snapshotAt: number): number {
  const [since, setSince] = useState({ snapshotAt, elapsed: 0 });

  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const receivedAt = performance.now();
    const tick = (): void => setSince({ snapshotAt, elapsed: performance.now() - receivedAt });
    const follow = (): void => {
      clearInterval(timer);
      if (document.hidden) return;
      tick();
      timer = setInterval(tick, TICK_MS);
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', follow);
    };
  }, [snapshotAt]);

  return snapshotAt + (since.snapshotAt === snapshotAt ? since.elapsed : 0);
}
