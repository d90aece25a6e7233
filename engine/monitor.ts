import type { Proof } from '../core/advice/proof.ts';
import type { StepId } from '../core/advice/step.ts';
import type { Worked } from '../core/advice/worked.ts';
import type { CheckId } from '../core/diagnosis/check.ts';
import type { FindingId } from '../core/health/finding.ts';
import type { Availability } from '../core/history/availability.ts';
import type { Alert } from '../core/monitor/alerts.ts';
import type { Platform } from '../core/platform.ts';
import type { Settings } from '../core/settings.ts';
import type { SettingsTrouble, Snapshot } from '../core/snapshot.ts';
import type { Clock } from './clock.ts';
import type { Gatherers } from './diagnosis/gathering.ts';
import type { Surveyor } from './surroundings.ts';
import type { OnEvent } from './happened.ts';
import type { News } from './noted.ts';
import type { TargetSource } from './targets.ts';
import type { WatchOptions } from './watch-options.ts';

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
  /**
   * Whether what is told of a target may change as soon as this computer has been looked at: whoever tells it only once
   * waits for that. Bounded, since every look is.
   */
  inDoubt(targetId: string): boolean;
  /** Probes at once, whatever the schedule says: one target, or all of them. Unknown ids are ignored. */
  checkNow(targetId?: string): void;
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
  /** From now on these settings hold. A target whose address is still among them is watched on as if nothing had been. */
  configure(settings: Settings, troubles: readonly SettingsTrouble[]): void;
  /** What else the faces draw, and others know. */
  note(news: News): void;
  /** The computer is about to sleep, or is awake again. Either may be told more than once. */
  sleep(): void;
  wake(): void;
  /** Ends all timers and connections; nothing is called afterwards. */
  stop(): void;
}

export interface MonitorOptions {
  readonly settings: Settings;
  readonly troubles?: readonly SettingsTrouble[];
  readonly platform: Platform;
  readonly appVersion: string;
  readonly clock: Clock;
  readonly connect: WatchOptions['connect'];
  /** How to look at this computer; absent: nobody looks. */
  readonly surveyor?: Surveyor;
  /** How the facts for a diagnosis are had; absent: nobody diagnoses. */
  readonly facts?: (source: TargetSource) => Gatherers;
  /** Which checks a diagnosis runs; absent: all. */
  readonly checks?: readonly CheckId[];
  /** What helped in earlier lives of the app, and who remembers it for the next. */
  readonly worked?: Worked;
  readonly onWorked?: (worked: Worked) => void;
  /** Whoever remembers what happened; absent: nobody does. */
  readonly onEvent?: OnEvent;
  /** How the last day of the target at an address was, as far as somebody remembers. */
  readonly availability?: (url: string) => Availability | undefined;
  /** Told of every step after which its finding was gone, with the address of the target. */
  readonly onFixed?: (url: string, proof: Proof) => void;
  /** Told of exceptions in our own code; watching goes on. */
  readonly onError: (error: unknown) => void;
}
