import { readSettings } from '../../core/settings.ts';
import type { TargetView } from '../../core/snapshot.ts';
import { systemClock } from '../../engine/clock.ts';
import type { Monitor } from '../../engine/monitor.ts';
import { startMonitor } from '../../engine/start-monitor.ts';
import { holdConnection } from '../../engine/probe/held-connection.ts';

const LIMIT_MS = 60_000;

/** The engine as the app starts it. `intervalMs` absent: automatic, as it is for users. */
export function watchServers(urls: readonly string[], intervalMs?: number): Monitor {
  return startMonitor({
    settings: {
      ...readSettings(undefined),
      targets: urls.map((url) => ({ url })),
      interval: intervalMs === undefined ? 'auto' : intervalMs / 1_000,
    },
    platform: 'linux',
    appVersion: '0.0.0',
    clock: systemClock,
    connect: (url, onLost) => holdConnection({ url, onLost, clock: systemClock, userAgent: 'Pilot-Light/bench' }),
    // A watch that had to help itself is nothing to measure.
    onError: (error) => {
      throw error;
    },
  });
}

/**
 * Resolves with the moment (milliseconds, monotonic) at which this held of every target; rejects when it does not come
 * true in time.
 */
export function untilAll(monitor: Monitor, what: string, holds: (target: TargetView) => boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    const check = (): void => {
      if (!monitor.snapshot().targets.every(holds)) return;
      finish();
      resolve(performance.now());
    };
    const limit = setTimeout(() => {
      finish();
      reject(new Error(`not within ${LIMIT_MS / 1_000} s: ${what}`));
    }, LIMIT_MS);
    const stop = monitor.onSnapshot(check);
    const finish = (): void => {
      stop();
      clearTimeout(limit);
    };
    check();
  });
}

const isSteady = ({ light, confirmed }: TargetView): boolean => light === 'healthy' && confirmed;

/** Resolves once every target is confirmed healthy. */
export async function untilSteady(monitor: Monitor): Promise<void> {
  await untilAll(monitor, 'confirmed healthy', isSteady);
}

/** Resolves after so many snapshots: each is the end of one probe. */
export function untilProbes(monitor: Monitor, count: number): Promise<void> {
  return new Promise((resolve) => {
    let left = count;
    const stop = monitor.onSnapshot(() => {
      left -= 1;
      if (left > 0) return;
      stop();
      resolve();
    });
  });
}
