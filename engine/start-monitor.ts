import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Proof } from '../core/advice/proof.ts';
import type { StepId } from '../core/advice/step.ts';
import type { CheckId } from '../core/diagnosis/check.ts';
import type { FindingId } from '../core/health/finding.ts';
import type { Alert } from '../core/monitor/alerts.ts';
import type { WatchState } from '../core/monitor/watch-state.ts';
import type { Settings } from '../core/settings.ts';
import { lightOfAll, type SettingsTrouble, type Snapshot, type TargetView } from '../core/snapshot.ts';
import { targetView, type TargetName } from '../core/target-view.ts';
import type { Gatherers } from './diagnosis/gathering.ts';
import { contained } from './contained.ts';
import { createExplainer, type Explainer } from './explainer.ts';
import type { Monitor, MonitorOptions, TargetAlert } from './monitor.ts';
import { noted, type Noted, type News } from './noted.ts';
import { surroundings, type Surroundings } from './surroundings.ts';
import { targetNames, targetSource } from './targets.ts';
import { createWatches, type Watches } from './watches.ts';

const CLOSE_LOOK_MS = 1_000;

/** Starts watching; the first probe of every target starts at once. */
export function startMonitor(options: MonitorOptions): Monitor {
  return new TargetMonitor(options);
}

class TargetMonitor implements Monitor {
  readonly #options: MonitorOptions;
  #targets: readonly TargetName[] = [];
  /** The place of each target among them, by its id. */
  #places: ReadonlyMap<string, number> = new Map();
  readonly #listeners = new Set<(alert: TargetAlert) => void>();
  readonly #around: Surroundings;
  readonly #explainer: Explainer;
  readonly #store: StoreApi<Snapshot>;
  #settings: Settings;
  #troubles: readonly SettingsTrouble[];
  #noted: Noted = {};
  readonly #watches: Watches;
  #isWatched = false;

  constructor(options: MonitorOptions) {
    const { settings, troubles = [], clock, surveyor, facts } = options;
    this.#options = options;
    this.#settings = settings;
    this.#troubles = troubles;
    this.#watches = createWatches({
      ...options,
      local: (url) => this.#around.sight(url),
      onTraffic: (id) => this.#renewOne(id),
      onStep: (id, state, alerts) => this.#onStep(id, state, alerts),
    });
    this.#around = surroundings(surveyor, clock, (url) => this.#onSeen(url));
    this.#explainer = createExplainer({
      ...options,
      gatherersFor: (id) => facts && this.#gatherersFor(id, facts),
      stateOf: (id) => this.#watches.state(id),
      sight: () => this.#around.sight(),
      lookAround: () => this.#around.refresh(CLOSE_LOOK_MS),
      onChange: () => this.#onExplained(),
      onFixed: (id, proof) => this.#onFixed(id, proof),
    });
    this.#followTargets();
    this.#store = createStore<Snapshot>(() => this.#draw(0, this.#views()));
  }

  snapshot(): Snapshot {
    return this.#store.getState();
  }

  onSnapshot(listener: (snapshot: Snapshot) => void): () => void {
    return this.#store.subscribe((next) => contained(() => listener(next), this.#options.onError));
  }

  onAlert(listener: (alert: TargetAlert) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  inDoubt(targetId: string): boolean {
    const url = this.#target(targetId)?.url;
    return url !== undefined && (this.#around.isLooking(url) || this.#watches.get(targetId)?.hasNews() === true);
  }

  checkNow(targetId?: string): void {
    if (targetId === undefined) for (const watch of this.#watches.all()) watch.checkNow();
    else this.#watches.get(targetId)?.checkNow();
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

  configure(settings: Settings, troubles: readonly SettingsTrouble[]): void {
    const before = this.#settings;
    [this.#settings, this.#troubles] = [settings, troubles];
    // Another CLI is looked at at once.
    if (before.cliPath !== settings.cliPath) this.#around.refresh(0);
    for (const id of this.#followTargets()) this.#explainer.forget(id);
    this.#renewAll();
    this.#attendAll();
  }

  note(news: News): void {
    this.#noted = noted(this.#noted, news);
    this.#renewAll();
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
    this.#watches.stop();
  }

  #followTargets(): readonly string[] {
    this.#targets = targetNames(this.#settings, this.#targets);
    this.#places = new Map(this.#targets.map(({ id }, place) => [id, place]));
    return this.#watches.follow(this.#targets, this.#settings);
  }

  #target(id: string): TargetName | undefined {
    return this.#targets[this.#places.get(id) ?? -1];
  }

  #views(): readonly TargetView[] {
    return this.#targets.map((target) => this.#view(target, this.#watches.state(target.id)));
  }

  #view(target: TargetName, state: WatchState): TargetView {
    const proof = this.#explainer.proof(target.id);
    const traffic = this.#watches.traffic(target.id);
    const availability = this.#options.availability?.(target.url);
    return {
      ...targetView(target, state, this.#around.owner(target.url)),
      ...(proof !== undefined && { proof }),
      ...(traffic !== undefined && { traffic }),
      ...(availability !== undefined && { availability }),
    };
  }

  #draw(seq: number, targets: readonly TargetView[]): Snapshot {
    const [{ clock, platform, appVersion }, sight] = [this.#options, this.#around.sight()];
    return {
      seq,
      at: clock.now(),
      light: lightOfAll(targets),
      targets,
      platform,
      appVersion,
      settings: this.#settings,
      settingsTroubles: this.#troubles,
      ...this.#explainer.shown(),
      ...(sight !== undefined && { sight }),
      ...this.#noted,
    };
  }

  #renew(targets: readonly TargetView[]): void {
    this.#store.setState(this.#draw(this.#store.getState().seq + 1, targets), true);
  }

  // With many targets, one that moved is no reason to draw the others anew.
  #renewOne(id: string): void {
    const [place, target] = [this.#places.get(id), this.#target(id)];
    if (place === undefined || target === undefined) return;
    this.#renew(this.#store.getState().targets.with(place, this.#view(target, this.#watches.state(id))));
  }

  #renewAll(): void {
    this.#renew(this.#views());
  }

  #onStep(targetId: string, state: WatchState, alerts: readonly Alert[]): void {
    const [target, { onError }] = [this.#target(targetId), this.#options];
    if (target === undefined) return;
    this.#around.follow(target.url, state);
    if (this.#isWatched) this.#explainer.told(targetId);
    this.#explainer.look(targetId);
    this.#renewOne(targetId);
    const told = (alert: Alert): TargetAlert => ({ targetId, alert, snapshot: this.snapshot() });
    for (const alert of alerts) this.#listeners.forEach((hear) => contained(() => hear(told(alert)), onError));
  }

  #onSeen(url: string | undefined): void {
    this.#watches.reconsider();
    if (url === undefined) this.#renewAll();
    else for (const { id } of this.#targets.filter((target) => target.url === url)) this.#renewOne(id);
  }

  #onFixed(id: string, proof: Proof): void {
    const url = this.#target(id)?.url;
    if (url !== undefined) this.#options.onFixed?.(url, proof);
  }

  #onExplained(): void {
    this.#attendAll();
    this.#renewAll();
  }

  // Who looks on, or waits for a fix, should see changes within a second.
  #attendAll(): void {
    this.#watches.attend(this.#isWatched, (id) => this.#explainer.isWatching(id));
  }

  #gatherersFor(id: string, facts: NonNullable<MonitorOptions['facts']>): Gatherers | undefined {
    const url = this.#target(id)?.url;
    return url === undefined ? undefined : facts(targetSource(url, id, this.#watches));
  }
}
