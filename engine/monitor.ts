import { createStore } from 'zustand/vanilla';
import { freshWatch, type Change, type WatchState } from '../core/monitor/watch-state.ts';
import type { Platform } from '../core/platform.ts';
import type { Settings } from '../core/settings.ts';
import { lightOfAll, type Snapshot } from '../core/snapshot.ts';
import { targetView } from '../core/target-view.ts';
import type { Clock } from './clock.ts';
import { startWatch, type Watch, type WatchOptions } from './watch.ts';

/** A confirmed change of one target, with the snapshot in which it shows. */
export interface TargetChange {
  readonly targetId: string;
  readonly change: Change;
  readonly snapshot: Snapshot;
}

/** Watches all targets. The one writer of the one store. */
export interface Monitor {
  snapshot(): Snapshot;
  /** Calls `listener` with every new snapshot until the returned stop is called. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
  /** Calls `listener` with every confirmed change: what may alarm somebody. */
  onChange(listener: (change: TargetChange) => void): () => void;
  /** Probes at once, whatever the schedule says. */
  checkNow(): void;
  /** Stops asking a target until it is resumed. Unknown ids are ignored. */
  pause(targetId: string): void;
  resume(targetId: string): void;
  /** Ends all timers and connections; nothing is called afterwards. */
  stop(): void;
}

export interface MonitorOptions {
  readonly settings: Settings;
  readonly platform: Platform;
  readonly appVersion: string;
  readonly clock: Clock;
  readonly connect: WatchOptions['connect'];
  /** Told of exceptions in our own code; watching goes on. */
  readonly onError: (error: unknown) => void;
}

/** Starts watching; the first probe of every target starts at once. */
export function startMonitor({ settings, platform, appVersion, clock, connect, onError }: MonitorOptions): Monitor {
  const targets = settings.targets.map(({ url, name }, index) => ({
    id: `target-${index + 1}`,
    url,
    name: name ?? url,
  }));
  const unwatched = freshWatch(clock.now());
  const watches = new Map<string, Watch>();
  const listeners = new Set<(change: TargetChange) => void>();

  const snapshot = (seq: number): Snapshot => {
    const views = targets.map((target) => targetView(target, watches.get(target.id)?.state() ?? unwatched));
    return { seq, at: clock.now(), light: lightOfAll(views), targets: views, platform, appVersion };
  };
  const store = createStore<Snapshot>(() => snapshot(0));

  const publish = (targetId: string, changes: readonly Change[]): void => {
    store.setState(snapshot(store.getState().seq + 1), true);
    for (const change of changes) {
      for (const listener of listeners) listener({ targetId, change, snapshot: store.getState() });
    }
  };

  for (const { id, url } of targets) {
    const onStep = (_state: WatchState, changes: readonly Change[]): void => publish(id, changes);
    watches.set(id, startWatch({ url, intervalMs: settings.intervalSeconds * 1000, clock, connect, onStep, onError }));
  }

  return {
    snapshot: () => store.getState(),
    onSnapshot: (listener) => store.subscribe((next) => listener(next)),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    checkNow: () => watches.forEach((watch) => watch.checkNow()),
    pause: (targetId) => watches.get(targetId)?.pause(),
    resume: (targetId) => watches.get(targetId)?.resume(),
    stop: () => {
      listeners.clear();
      watches.forEach((watch) => watch.stop());
    },
  };
}
