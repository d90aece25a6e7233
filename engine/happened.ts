import type { ProbeResult } from '../core/health/probe-result.ts';
import type { Alert } from '../core/monitor/alerts.ts';
import type { Thresholds } from '../core/monitor/thresholds.ts';
import type { WatchEvent, WatchState } from '../core/monitor/watch-state.ts';
import type { TargetName } from '../core/target-view.ts';

/** One event of a watch, and what came of it: all that is needed to remember it, or to play it again. */
export interface Happened {
  readonly event: WatchEvent;
  readonly before: WatchState;
  readonly after: WatchState;
  /** By which it moved. */
  readonly thresholds: Thresholds;
  /** What of it is worth telling. */
  readonly alerts: readonly Alert[];
  /** What the probe brought, where one result alone was judged. */
  readonly result?: ProbeResult;
  /** When it happened, in epoch milliseconds of the clock as it stands now. */
  readonly at: number;
  /** Something else happens within so many milliseconds. A longer silence was a sleep, and nobody knows what was then. */
  readonly holdsMs: number;
}

/** Told of every event of every target, before the faces are. What it throws disturbs nobody. */
export type OnEvent = (target: Pick<TargetName, 'id' | 'url'>, happened: Happened) => void;
