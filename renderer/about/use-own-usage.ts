import { useEffect, useState } from 'react';
import type { OwnUsage } from '../../core/contract.ts';
import { usePopup } from '../state/popup.ts';

const EVERY_MS = 2_000;

/** The last two measurements, the newer first. */
type Measured = readonly [now?: OwnUsage | undefined, before?: OwnUsage | undefined];

/** What the program costs: measured while this page is looked at, and at no other time. */
export function useOwnUsage(): Measured {
  const { act } = usePopup();
  const [measured, setMeasured] = useState<Measured>([]);

  useEffect(() => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const measure = async (): Promise<void> => {
      const { usage } = await act({ type: 'measure' });
      if (usage !== undefined && timer !== undefined) setMeasured(([now]) => [usage, now]);
    };
    const follow = (): void => {
      clearInterval(timer);
      timer = document.hidden ? undefined : setInterval(() => void measure(), EVERY_MS);
      if (!document.hidden) void measure();
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearInterval(timer);
      timer = undefined;
      document.removeEventListener('visibilitychange', follow);
    };
  }, [act]);

  return measured;
}
