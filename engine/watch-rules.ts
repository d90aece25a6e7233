import { thresholdsOf, type Thresholds } from '../core/monitor/thresholds.ts';
import type { Settings } from '../core/settings.ts';

/** What the user has a say in, for every watch. */
export interface WatchRules {
  /** Milliseconds between probes while nothing is in doubt; absent: automatic. */
  readonly fixedMs?: number;
  readonly thresholds: Thresholds;
  /** Whether metrics are asked for. */
  readonly metrics: boolean;
}

/** The rules of the settings. */
export function rulesOf(settings: Settings): WatchRules {
  const { interval, metrics } = settings;
  return { metrics, thresholds: thresholdsOf(settings), ...(interval !== 'auto' && { fixedMs: interval * 1_000 }) };
}
