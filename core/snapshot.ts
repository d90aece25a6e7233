import type { Proof } from './advice/proof.ts';
import type { Worked } from './advice/worked.ts';
import type { Diagnosis } from './diagnosis/diagnosis.ts';
import type { Finding } from './health/finding.ts';
import { isWorse, worst, type Light } from './health/light.ts';
import type { Report } from './health/report.ts';
import type { Availability } from './history/availability.ts';
import type { Incident } from './monitor/incident.ts';
import type { Traffic } from './metrics/traffic.ts';
import type { LocalSight } from './sight/local-sight.ts';
import type { Snoozed } from './monitor/snooze.ts';
import type { SettingKey, Settings, TargetColour } from './settings.ts';
import { isLoopback } from './target-url.ts';
import type { Platform } from './platform.ts';

/** One target as every face draws it. Times are epoch milliseconds. */
export interface TargetView {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly colour?: TargetColour;
  readonly light: Light;
  readonly confirmed: boolean;
  readonly since: number;
  /** Root cause first. */
  readonly findings: readonly Finding[];
  readonly report?: Report;
  /** Milliseconds the last probe took. */
  readonly ms?: number;
  /** When the last probe ended; absent before the first. */
  readonly probedAt?: number;
  readonly incident?: Incident;
  readonly lastIncident?: Incident;
  /** What became of the last step that was used. */
  readonly proof?: Proof;
  /** What its own metrics tell of its traffic; absent where it has none, and before there is something to tell. */
  readonly traffic?: Traffic;
  /** How the last day was; absent until it was looked up, and where nothing is kept. */
  readonly availability?: Availability;
}

/** Everything that the faces draw, numbered: the only thing that leaves the main process. */
export interface Snapshot {
  readonly seq: number;
  readonly at: number;
  readonly light: Light;
  readonly targets: readonly TargetView[];
  readonly platform: Platform;
  readonly appVersion: string;
  /** What this computer sees of CLI and sign-in; absent until it has looked. */
  readonly sight?: LocalSight;
  /** The last diagnosis, or the one under way. */
  readonly diagnosis?: Diagnosis;
  readonly worked: Worked;
  readonly settings: Settings;
  /** What is wrong with the settings file. */
  readonly settingsTroubles: readonly SettingsTrouble[];
  /** Notifications rest until this moment, in epoch milliseconds, or until all is well again. */
  readonly snoozed?: Snoozed;
  /** This desktop shows no tray icons, so the window stands alone. */
  readonly noTray?: NoTray;
  /** Why the history cannot be kept at the moment: the code of the operating system. */
  readonly historyTrouble?: string;
  /** The proxies that were found on this computer, once somebody asked. */
  readonly found?: readonly FoundProxy[];
}

/** That there is no tray. `supplier`: what would show one here, by its own name. */
export interface NoTray {
  readonly supplier?: string;
}

/** A key of the settings file that took its default; without a key, the file as a whole did. */
export interface SettingsTrouble {
  readonly key?: SettingKey;
  /** Where it stands in the file, counted from 1. */
  readonly line?: number;
}

/** A proxy that answered on one of the ports that proxies are known to use. */
export interface FoundProxy {
  readonly url: string;
  /** What it calls itself: plain, bounded. */
  readonly name?: string;
}

/** The worst light of several targets. Without any target nothing is known. */
export function lightOfAll(targets: readonly TargetView[]): Light {
  return worst(
    targets.map((target) => target.light),
    'unknown',
  );
}

/** What this computer sees, for a target that runs on it; of another computer's proxy it can see nothing. */
export function sightOf({ sight }: Snapshot, { url }: TargetView): LocalSight | undefined {
  return isLoopback(new URL(url).hostname) ? sight : undefined;
}

/** The targets with the worst first; those that are alike stay in the order of the settings. */
export function worstFirst(targets: readonly TargetView[]): readonly TargetView[] {
  return targets.toSorted((a, b) => (isWorse(a.light, b.light) ? -1 : isWorse(b.light, a.light) ? 1 : 0));
}

/** The target whose trouble is shown first: the first among the worst. */
export function worstTarget(snapshot: Snapshot): TargetView | undefined {
  return snapshot.targets.find((target) => target.light === snapshot.light);
}
