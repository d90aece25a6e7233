import type { WatchState } from './watch-state.ts';

/** Milliseconds between probes while nothing is in doubt: just inside uvicorn's keep-alive limit of 5 s. */
export const CALM_MS = 4_000;

/** Milliseconds between probes while a change waits for its confirmation. */
export const CONFIRM_MS = 1_000;

/** A refused connection costs nothing and says so at once: the second look follows quickly, the third within 1.3 s. */
const REFUSED_MS = [250, 1_000] as const;

/** Milliseconds from the end of a probe to the start of the next. */
export function delayAfter(state: WatchState, calmMs: number = CALM_MS): number {
  const { verdict, confirmed, streak } = state;
  if (verdict === undefined) return 0;
  if (confirmed || streak.key === 'unclear') return calmMs;
  if (verdict.findings[0]?.id === 'proxy-not-running') return REFUSED_MS[streak.count - 1] ?? calmMs;
  return Math.min(calmMs, CONFIRM_MS);
}

/** Milliseconds that one probe may take in all: 0.8 of the interval, within 2 to 8 seconds. */
export function deadlineFor(calmMs: number = CALM_MS): number {
  return Math.min(8_000, Math.max(2_000, 0.8 * calmMs));
}
