import { createStore } from 'zustand/vanilla';
import type { Alert } from '../core/monitor/alerts.ts';
import { freshWatch, type WatchState } from '../core/monitor/watch-state.ts';
import type { Platform } from '../core/platform.ts';
import type { Settings } from '../core/settings.ts';
import { lightOfAll, type Snapshot, type TargetView } from '../core/snapshot.ts';
import { asksForOwner, targetView, type TargetName } from '../core/target-view.ts';
import type { Clock } from './clock.ts';
import { surroundings, type Surveyor } from './surroundings.ts';
import { Watch, type WatchOptions } from './watch.ts';

/** What is worth telling of one target, with the snapshot in which it shows. */
export interface TargetAlert {
  readonly targetId: string;
  readonly alert: Alert;
  readonly snapshot: Snapshot;
}

/** Watches all targets. The one writer of the one store. */
export interface Monitor {
  snapshot(): Snapshot;
  /** Calls `listener` with every new snapshot until the returned stop is called. */
  onSnapshot(listener: (snapshot: Snapshot) => void): () => void;
  /** Calls `listener` with every alert: confirmed, and told once. */
  onAlert(listener: (alert: TargetAlert) => void): () => void;
  /** Probes at once, whatever the schedule says. */
  checkNow(): void;
  /** Whether somebody looks on, so that changes should be seen within a second. */
  attend(watched: boolean): void;
  /** Stops asking a target until it is resumed. Unknown ids are ignored. */
  pause(targetId: string): void;
  resume(targetId: string): void;
  /** Takes the program that answers there now for the proxy that is expected. */
  accept(targetId: string): void;
  /** The computer is about to sleep, or is awake again. Either may be told more than once. */
  sleep(): void;
  wake(): void;
  /** Ends all timers and connections; nothing is called afterwards. */
  stop(): void;
}

export interface MonitorOptions {
  readonly settings: Settings;
  readonly platform: Platform;
  readonly appVersion: string;
  readonly clock: Clock;
  readonly connect: WatchOptions['connect'];
  /** How to look at this computer; absent: nobody looks. */
  readonly surveyor?: Surveyor;
  /** Told of exceptions in our own code; watching goes on. */
  readonly onError: (error: unknown) => void;
}

// CLI and login come and go seldom, and the popup looks anew when it is opened.
const SECOND_OPINION_MS = 10 * 60_000;

/** Starts watching; the first probe of every target starts at once. */
export function startMonitor({
  settings,
  platform,
  appVersion,
  clock,
  connect,
  surveyor,
  onError,
}: MonitorOptions): Monitor {
  const targets = settings.targets.map(({ url, name }, i) => ({ id: `target-${i + 1}`, url, name: name ?? url }));
  const fixedMs = settings.interval === 'auto' ? undefined : settings.interval * 1_000;
  const unwatched = freshWatch(clock.now());
  const watches = new Map<string, Watch>();
  const listeners = new Set<(alert: TargetAlert) => void>();
  const around = surroundings(surveyor, clock, () => renew(targets.map(viewOf)));

  const viewOf = (target: TargetName): TargetView =>
    targetView(target, watches.get(target.id)?.state() ?? unwatched, around.owner(target.url));
  const snapshot = (seq: number, views: readonly TargetView[]): Snapshot => {
    const sight = around.sight();
    const seen = sight === undefined ? {} : { sight };
    return { seq, at: clock.now(), light: lightOfAll(views), targets: views, platform, appVersion, ...seen };
  };
  const store = createStore<Snapshot>(() => snapshot(0, targets.map(viewOf)));
  const renew = (views: readonly TargetView[]): void => store.setState(snapshot(store.getState().seq + 1, views), true);

  // With many targets, one that moved is no reason to draw the others anew.
  const publish = (target: TargetName, index: number, alerts: readonly Alert[]): void => {
    renew(store.getState().targets.with(index, viewOf(target)));
    for (const alert of alerts) {
      for (const listener of listeners) listener({ targetId: target.id, alert, snapshot: store.getState() });
    }
  };

  // Only what is in doubt is looked at. A healthy proxy needs no second opinion, unless it tells nothing but that it answers.
  const lookAround = (url: string, { light, findings, verdict }: WatchState): void => {
    if (light !== 'healthy' && light !== 'paused') around.refresh();
    else if (verdict?.report?.basic === true) around.refresh(SECOND_OPINION_MS);
    if (light === 'healthy') around.forgetOwner(url);
    const asking = findings.find(asksForOwner);
    if (asking !== undefined) around.refreshOwner(url, asking.evidence.port);
  };

  const accept = (targetId: string): void => {
    const watch = watches.get(targetId);
    const stranger = watch?.state().verdict?.stranger;
    if (stranger !== undefined) watch?.accept(stranger);
  };

  for (const [index, target] of targets.entries()) {
    const { id, url } = target;
    const onStep: WatchOptions['onStep'] = (state, alerts) => {
      lookAround(url, state);
      publish(target, index, alerts);
    };
    watches.set(
      id,
      new Watch({
        url,
        clock,
        connect,
        local: () => around.sight(),
        onStep,
        onError,
        ...(fixedMs !== undefined && { fixedMs }),
      }),
    );
  }

  return {
    snapshot: () => store.getState(),
    onSnapshot: (listener) => store.subscribe((next) => listener(next)),
    onAlert: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    checkNow: () => watches.forEach((watch) => watch.checkNow()),
    attend: (watched) => {
      if (watched) around.refresh();
      watches.forEach((watch) => watch.attend(watched));
    },
    pause: (targetId) => watches.get(targetId)?.pause(),
    resume: (targetId) => watches.get(targetId)?.resume(),
    accept,
    sleep: () => watches.forEach((watch) => watch.sleep()),
    wake: () => watches.forEach((watch) => watch.wake()),
    stop: () => {
      listeners.clear();
      around.stop();
      watches.forEach((watch) => watch.stop());
    },
  };
}
