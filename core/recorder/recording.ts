import type { AnswerHeaders } from '../health/probe-result.ts';
import type { FindingId } from '../health/finding.ts';
import type { Light } from '../health/light.ts';
import type { Alert } from '../monitor/alerts.ts';
import type { Incident } from '../monitor/incident.ts';
import type { Thresholds } from '../monitor/thresholds.ts';
import type { WatchEvent, WatchState } from '../monitor/watch-state.ts';
import type { Platform } from '../platform.ts';

/** The longest recording, in bytes of UTF-8. */
export const MAX_RECORDING_BYTES = 256 * 1_024;

/** What the faces showed after an event, and what was told. */
export interface Shown {
  readonly light: Light;
  readonly confirmed: boolean;
  readonly findings: readonly FindingId[];
  readonly alerts: readonly Alert[];
}

/** An answer as it is kept beside the verdict on it: only where it is still judged alike without what was private in it. */
export interface RecordedAnswer {
  readonly status: number;
  readonly path: string;
  readonly headers: AnswerHeaders;
  readonly body: string;
}

/** One event of a watch, and what came of it. */
export interface RecordedEvent {
  /** Milliseconds since the recording began, by a clock that nobody sets. */
  readonly after: number;
  readonly event: WatchEvent;
  /** By which it moved; absent: the usual ones. */
  readonly thresholds?: Thresholds;
  readonly shown: Shown;
  readonly answer?: RecordedAnswer;
}

/** Events without a gap between them, and the state before the first of them. */
export interface RecordedPart {
  readonly from: WatchState;
  /** How many events before this part were left out, so that the recording stays small. */
  readonly leftOut: number;
  readonly events: readonly RecordedEvent[];
}

/**
 * All that moved the state of one target around an incident, without what is private: enough to move it again in the same
 * way. Moments in states and events are milliseconds since `beganAt`, on the wall clock as it was then.
 */
export interface Recording {
  readonly kind: 'pilot-light-recording';
  /** Counts up when a reader of an older recording would misread a newer one. */
  readonly edition: 1;
  readonly appVersion: string;
  readonly platform: Platform;
  /** As a report tells it: of another computer only the port. */
  readonly address: string;
  /** Epoch milliseconds. */
  readonly beganAt: number;
  readonly incident: Incident;
  readonly parts: readonly RecordedPart[];
}
