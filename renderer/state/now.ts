import { useEffect, useState } from 'react';

const TICK_MS = 1_000;

/** Epoch milliseconds, renewed once a second while the popup can be seen. Never before `notBefore`. */
export function useNow(notBefore: number): number {
  const [now, setNow] = useState(Date.now);

  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const tick = (): void => setNow(Date.now());
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
  }, []);

  return Math.max(now, notBefore);
}
