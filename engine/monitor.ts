import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StepId } from '../core/advice/step.ts';
import type { Worked } from '../core/advice/worked.ts';
import type { CheckId } from '../core/diagnosis/check.ts';
import type { FindingId } from '../core/health/finding.ts';
import type { Alert } from '../core/monitor/alerts.ts';
import { freshWatch, type WatchState } from '../core/monitor/watch-state.ts';
import type { Platform } from '../core/platform.ts';
import type { Settings } from '../core/settings.ts';
import { lightOfAll, type Snapshot, type TargetView } from '../core/snapshot.ts';
import { asksForOwner, targetView, type TargetName } from '../core/target-view.ts';
import type { Clock } from './clock.ts';
import type { Gatherers } from './diagnosis/gathering.ts';
import { createExplainer, type Explainer } from './explainer.ts';
import { surroundings, type Surroundings, type Surveyor } from './surroundings.ts';
import { onPort, targetFact, targetNames, type TargetSource } from './targets.ts';
import type { WatchOptions } from './watch.ts';
import { startWatches, type Watches } from './watches.ts';

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
  /** A step of a remedy was used: its target is watched closely until it helped, or has not for some minutes. */
  stepUsed(targetId: string, finding: FindingId, step: StepId): void;
  /** Runs all checks on a target, or one of them again, unless a run is under way. */
  diagnose(targetId: string, only?: CheckId): void;
  stopDiagnosis(): void;
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
  /** How the facts for a diagnosis are had; absent: nobody diagnoses. */
  readonly facts?: (source: TargetSource) => Gatherers;
  /** What helped in earlier lives of the app, and who remembers it for the next. */
  readonly worked?: Worked;
  readonly onWorked?: (worked: Worked) => void;
  /** Told of exceptions in our own code; watching goes on. */
  readonly onError: (error: unknown) => void;
}

const CLOSE_LOOK_MS = 1_000;

/** Starts watching; the first probe of every target starts at once. */
export function startMonitor(options: MonitorOptions): Monitor {
  return new TargetMonitor(options);
}

class TargetMonitor implements Monitor {
  readonly #options: MonitorOptions;
  readonly #targets: readonly TargetName[];
  readonly #unwatched: WatchState;
  readonly #listeners = new Set<(alert: TargetAlert) => void>();
  readonly #around: Surroundings;
  readonly #explainer: Explainer;
  readonly #store: StoreApi<Snapshot>;
  readonly #watches: Watches;
  #isWatched = false;

  constructor(options: MonitorOptions) {
    const { settings, clock, surveyor, facts } = options;
    this.#options = options;
    this.#targets = targetNames(settings);
    this.#unwatched = freshWatch(clock.now());
    this.#around = surroundings(surveyor, clock, () => this.#renewAll());
    this.#explainer = createExplainer({
      ...options,
      gatherersFor: (id) => facts && this.#gatherersFor(id, facts),
      stateOf: (id) => this.#stateOf(id),
      sight: () => this.#around.sight(),
      lookAround: () => this.#around.refresh(CLOSE_LOOK_MS),
      onChange: () => this.#onExplained(),
    });
    this.#store = createStore<Snapshot>(() =>
      this.#draw(
        0,
        this.#views(() => this.#unwatched),
      ),
    );
    this.#watches = startWatches({
      ...options,
      targets: this.#targets,
      local: ({ url }) => this.#around.sight(url),
      onStep: (target, index, state, alerts) => this.#onStep(target, index, state, alerts),
    });
  }

  snapshot(): Snapshot {
    return this.#store.getState();
  }

  onSnapshot(listener: (snapshot: Snapshot) => void): () => void {
    return this.#store.subscribe((next) => listener(next));
  }

  onAlert(listener: (alert: TargetAlert) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  checkNow(): void {
    for (const watch of this.#watches.all()) watch.checkNow();
  }

  attend(watched: boolean): void {
    this.#isWatched = watched;
    if (watched) {
      this.#around.refresh();
      for (const { id } of this.#targets) this.#explainer.told(id);
    }
    this.#attendAll();
  }

  pause(targetId: string): void {
    this.#watches.get(targetId)?.pause();
  }

  resume(targetId: string): void {
    this.#watches.get(targetId)?.resume();
  }

  accept(targetId: string): void {
    const watch = this.#watches.get(targetId);
    const stranger = watch?.state().verdict?.stranger;
    if (stranger !== undefined) watch?.accept(stranger);
  }

  stepUsed(targetId: string, finding: FindingId, step: StepId): void {
    if (this.#watches.get(targetId) !== undefined) this.#explainer.stepUsed(targetId, finding, step);
  }

  diagnose(targetId: string, only?: CheckId): void {
    this.#explainer.diagnose(targetId, only);
  }

  stopDiagnosis(): void {
    this.#explainer.stopDiagnosis();
  }

  sleep(): void {
    for (const watch of this.#watches.all()) watch.sleep();
  }

  wake(): void {
    for (const watch of this.#watches.all()) watch.wake();
  }

  stop(): void {
    this.#listeners.clear();
    this.#around.stop();
    this.#explainer.stop();
    for (const watch of this.#watches.all()) watch.stop();
  }

  #stateOf(id: string): WatchState {
    return this.#watches.get(id)?.state() ?? this.#unwatched;
  }

  #views(stateOf: (id: string) => WatchState): readonly TargetView[] {
    return this.#targets.map((target) => this.#view(target, stateOf(target.id)));
  }

  #view(target: TargetName, state: WatchState): TargetView {
    const proof = this.#explainer.proof(target.id);
    const view = targetView(target, state, this.#around.owner(target.url));
    return proof === undefined ? view : { ...view, proof };
  }

  #draw(seq: number, targets: readonly TargetView[]): Snapshot {
    const { clock, platform, appVersion } = this.#options;
    const sight = this.#around.sight();
    const light = lightOfAll(targets);
    const shown = { seq, at: clock.now(), light, targets, platform, appVersion, ...this.#explainer.shown() };
    return sight === undefined ? shown : { ...shown, sight };
  }

  #renew(targets: readonly TargetView[]): void {
    this.#store.setState(this.#draw(this.#store.getState().seq + 1, targets), true);
  }

  #renewAll(): void {
    this.#renew(this.#views((id) => this.#stateOf(id)));
  }

  #onStep(target: TargetName, index: number, state: WatchState, alerts: readonly Alert[]): void {
    this.#around.follow(target.url, state);
    if (this.#isWatched) this.#explainer.told(target.id);
    this.#explainer.look(target.id);
    // With many targets, one that moved is no reason to draw the others anew.
    this.#renew(this.#store.getState().targets.with(index, this.#view(target, state)));
    for (const alert of alerts) {
      for (const listener of this.#listeners) listener({ targetId: target.id, alert, snapshot: this.snapshot() });
    }
  }

  #onExplained(): void {
    this.#attendAll();
    this.#renewAll();
  }

  // Who looks on, or waits for a fix, should see changes within a second.
  #attendAll(): void {
    for (const { id } of this.#targets) {
      this.#watches.get(id)?.attend(this.#isWatched || this.#explainer.isWatching(id));
    }
  }

  #gatherersFor(id: string, facts: NonNullable<MonitorOptions['facts']>): Gatherers | undefined {
    const target = this.#targets.find((each) => each.id === id);
    if (target === undefined) return undefined;
    const portUrl = (): string => onPort(target.url, this.#stateOf(id).findings.find(asksForOwner)?.evidence.port);
    return facts({ target: targetFact(target.url), portUrl, ask: () => this.#watches.ask(id) });
  }
}
