import type { Snapshot, TargetView } from '../../core/snapshot.ts';
import type { Clock } from '../clock.ts';
import type { Monitor } from '../monitor.ts';

export interface SettleOptions {
  readonly monitor: Monitor;
  readonly clock: Clock;
}

// A proxy that takes every connection and says nothing is down after three deadlines and two waits: about 12 seconds.
const LIMIT_MS = 30_000;

/**
 * The first snapshot in which the light of every target is sure. Who asks once does not wait for the next turn: an answer
 * that frightens nobody is looked at again at once, while a fault gets the time that it always gets, so that a quick reload
 * alarms nobody. What is still open after half a minute is told as it stands, unconfirmed.
 */
export function settled({ monitor, clock }: SettleOptions): Promise<Snapshot> {
  return new Promise((resolve) => {
    const hastened = new Set<string>();
    const end = (snapshot: Snapshot): void => {
      stopFollowing();
      cancel();
      resolve(snapshot);
    };
    const follow = (snapshot: Snapshot): void => {
      if (snapshot.targets.every((target) => isSettled(target) && !monitor.inDoubt(target.id))) return end(snapshot);
      for (const { id } of snapshot.targets.filter((target) => canHasten(target) && !hastened.has(target.id))) {
        hastened.add(id);
        // Once the probe that told this has ended.
        clock.after(0, () => monitor.checkNow(id));
      }
    };
    const cancel = clock.after(LIMIT_MS, () => end(monitor.snapshot()));
    const stopFollowing = monitor.onSnapshot(follow);
    follow(monitor.snapshot());
  });
}

function isSettled({ confirmed, findings, probedAt }: TargetView): boolean {
  // Who asks for patience is not asked twice.
  return confirmed || (probedAt !== undefined && findings[0]?.id === 'rate-limited');
}

function canHasten({ light, confirmed, probedAt, findings }: TargetView): boolean {
  if (confirmed || probedAt === undefined) return false;
  return light === 'healthy' || (light === 'unknown' && findings[0]?.id !== 'not-responding');
}
