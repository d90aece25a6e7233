import type { Finding } from '../health/finding.ts';
import type { Light } from '../health/light.ts';
import type { Settings } from '../settings.ts';
import type { Alert } from './alerts.ts';
import type { Incident } from './incident.ts';
import type { Snoozed } from './snooze.ts';

/** The alerts that begin a trouble. */
export type TroubleAlert = Exclude<Alert, { readonly type: 'incident-closed' }>;

/** What is wrong with the target at an address. */
export interface Failure {
  readonly url: string;
  readonly alert: TroubleAlert;
}

/** What was wrong with it. */
export interface Recovery {
  readonly url: string;
  readonly incident: Incident;
}

/**
 * What a notification tells, before it has words. A later one in the same slot takes its place. `isReminder`: it was told
 * before, and nothing is new. `stillFailing`: addresses that failed with those that recovered. `withdrawn`: what stands
 * in the slot is no longer so.
 */
export type Announcement =
  | {
      readonly type: 'failed';
      readonly slot: string;
      readonly failures: readonly Failure[];
      readonly isReminder: boolean;
    }
  | {
      readonly type: 'recovered';
      readonly slot: string;
      readonly recoveries: readonly Recovery[];
      readonly stillFailing: readonly string[];
    }
  | { readonly type: 'login-ends'; readonly slot: string; readonly url: string; readonly isToday: boolean }
  | { readonly type: 'withdrawn'; readonly slot: string };

/** As much of a target as decides what is announced. */
export interface SeenTarget {
  readonly url: string;
  readonly light: Light;
  readonly confirmed: boolean;
  readonly findings: readonly Finding[];
  readonly incident?: Incident;
  readonly lastIncident?: Incident;
}

/** How things are at the moment. */
export interface Around {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Minutes since midnight on the user's wall clock. */
  readonly localMinutes: number;
  /** The user is looking at the popup. */
  readonly isWatched: boolean;
  readonly settings: Pick<Settings, 'notifications' | 'reminders' | 'quietHours'>;
  readonly snoozed?: Snoozed;
  readonly targets: readonly SeenTarget[];
}
