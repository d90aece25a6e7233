import type { StepId } from '../advice/step.ts';
import type { Finding, FindingId } from '../health/finding.ts';

/** When the user heard of an incident, and of what. */
export interface ToldOfIncident {
  readonly what: 'failed' | 'reminder' | 'recovered';
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The step after which its finding was gone. `isPassive`: nobody used a button; the user was told of it. */
export interface ProvedBy {
  readonly finding: FindingId;
  readonly step: StepId;
  readonly isPassive: boolean;
  readonly at: number;
}

/**
 * How an incident ended: with a good answer, with a pause, or nobody knows (the app was closed, or the target was not
 * watched any more).
 */
export type Ending = 'recovered' | 'paused' | 'unseen';

/** An incident as it is remembered. Times are epoch milliseconds; texts are plain, bounded, and without names. */
export interface PastIncident {
  /** Its own among the incidents of its target. */
  readonly id: string;
  readonly root: FindingId;
  readonly component?: string;
  /** What was found when it was confirmed, root cause first. */
  readonly evidence: readonly Finding[];
  /** When the fault was first seen, and when it was sure. */
  readonly startedAt: number;
  readonly confirmedAt: number;
  /** When it was first well again, or paused; absent while it lasts, and where nobody saw its end. */
  readonly endedAt?: number;
  /** Absent while it lasts. */
  readonly ending?: Ending;
  readonly told: readonly ToldOfIncident[];
  readonly provedBy?: ProvedBy;
  /** What the user wrote about it. */
  readonly note?: string;
}

/** The longest note of a user, in characters. */
export const MAX_NOTE = 500;
