import { isBad } from '../../core/health/light.ts';
import type { Snapshot, TargetView } from '../../core/snapshot.ts';
import type { Clock } from '../clock.ts';
import type { Monitor } from '../monitor.ts';

export type WaitedFor = 'healthy' | 'degraded' | 'down';

export interface WaitOptions {
  readonly monitor: Monitor;
  readonly clock: Clock;
  readonly light: WaitedFor;
  readonly limitMs: number;
}

// Twice of this, and two answers, are less than a third of a second.
const LEAST_PAUSE_MS = 100;
/** Who waits may use this share of a server's time, and no more. */
const SHARE = 5;

/** Whether all targets together get the light within the limit; asks as often as they can easily bear. */
export function becomes({ monitor, clock, light, limitMs }: WaitOptions): Promise<boolean> {
  return new Promise((resolve) => {
    const askedAfter = new Map<string, number>();
    const end = (hasCome: boolean): void => {
      stopFollowing();
      cancel();
      resolve(hasCome);
    };
    const follow = (snapshot: Snapshot): void => {
      if (isSo(snapshot, light) && !snapshot.targets.some(({ id }) => monitor.inDoubt(id))) return end(true);
      for (const target of snapshot.targets) {
        const { id, probedAt, ms = 0 } = target;
        if (probedAt === undefined || askedAfter.get(id) === probedAt || !canHasten(target, light)) continue;
        askedAfter.set(id, probedAt);
        clock.after(Math.max(LEAST_PAUSE_MS, ms * (SHARE - 1)), () => monitor.checkNow(id));
      }
    };
    const cancel = clock.after(limitMs, () => end(false));
    const stopFollowing = monitor.onSnapshot(follow);
    follow(monitor.snapshot());
  });
}

function isSo({ targets, light }: Snapshot, wanted: WaitedFor): boolean {
  if (light !== wanted) return false;
  if (wanted === 'healthy') return targets.every(({ confirmed }) => confirmed);
  return targets.some((target) => target.light === wanted && target.confirmed);
}

// Who asks for patience gets it; and a fault that is waited for gets the time in which it may pass by itself.
function canHasten({ light, confirmed, findings }: TargetView, wanted: WaitedFor): boolean {
  if (findings[0]?.id === 'rate-limited') return false;
  return wanted === 'healthy' || confirmed || !isBad(light);
}
