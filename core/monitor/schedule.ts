import { LIVENESS_PATH, type HealthPath } from '../health/discovery.ts';
import { looksGone } from './streak.ts';
import type { WatchState } from './watch-state.ts';

/** Milliseconds between probes while nothing is in doubt: just inside uvicorn's keep-alive limit of 5 s. */
export const CALM_MS = 4_000;

/** Milliseconds between probes while a change waits for its confirmation, and while somebody looks on. */
export const CLOSE_MS = 1_000;

/** No automatic interval is longer; a server may ask for more patience, up to an hour. */
const LONGEST_MS = 60_000;
const LONGEST_PATIENCE_MS = 3_600_000;
const DEFAULT_PATIENCE_MS = 60_000;

/** A proxy that has gone says so at once, and asking it costs nothing: the third look follows within 1.3 s. */
const GONE_MS = [250, 1_000] as const;

/** A health page that takes longer than this is expensive: it may use a twentieth of the time, and no more. */
const CHEAP_MS = 250;
const SHARE = 20;

/** A connection is used again before the server's limit is up: this share of it. */
const KEEP_ALIVE_SHARE = 0.8;

const LIVENESS_DEADLINE_MS = 1_000;

/** What the pace depends on beside the state. */
export interface Pace {
  /** Milliseconds that the user set; absent: automatic. */
  readonly fixedMs?: number | undefined;
  /** Whether somebody looks on, so that a change should be seen at once. */
  readonly watched: boolean;
  /** Milliseconds for which the server keeps an idle connection, if that is known. */
  readonly keepAliveMs?: number | undefined;
}

/** Milliseconds between probes while nothing is in doubt. */
export function intervalOf({ verdict }: WatchState, pace: Pace): number {
  if (pace.fixedMs !== undefined) return pace.fixedMs;
  // Silence costs the server nothing: only an answer that takes long is expensive.
  const ms = verdict === undefined || verdict.inconclusive ? 0 : verdict.ms;
  if (ms > CHEAP_MS) return Math.min(LONGEST_MS, Math.max(CALM_MS, ms * SHARE));
  if (pace.watched) return CLOSE_MS;
  const kept = (pace.keepAliveMs ?? Infinity) * KEEP_ALIVE_SHARE;
  return kept >= CLOSE_MS ? Math.min(CALM_MS, kept) : CALM_MS;
}

/** Milliseconds from the end of a probe to the start of the next. */
export function delayAfter(state: WatchState, pace: Pace): number {
  const { verdict, confirmed, streak } = state;
  if (verdict === undefined) return 0;
  const calm = intervalOf(state, pace);
  const [root] = verdict.findings;
  if (root?.id === 'rate-limited') return patience(root.evidence.retryAfterSeconds, calm);
  if (confirmed || streak.kind === 'unclear') return calm;
  const close = Math.min(calm, CLOSE_MS);
  return looksGone(verdict.findings) ? (GONE_MS[Math.max(0, streak.count - 1)] ?? close) : close;
}

function patience(seconds: number | undefined, calm: number): number {
  const asked = seconds === undefined ? DEFAULT_PATIENCE_MS : seconds * 1_000;
  return Math.min(LONGEST_PATIENCE_MS, Math.max(calm, asked));
}

/** Milliseconds that one request may take in all: 0.8 of the interval, within 2 to 8 seconds; a sign of life, one. */
export function deadlineFor(path: HealthPath, intervalMs: number): number {
  if (path === LIVENESS_PATH) return LIVENESS_DEADLINE_MS;
  return Math.min(8_000, Math.max(2_000, 0.8 * intervalMs));
}

/** Milliseconds after which a state that was not renewed is no longer believed: three times the wait for the next. */
export function expiryAfter(delayMs: number): number {
  return 3 * Math.max(delayMs, CALM_MS);
}

/** Milliseconds within which the next event comes: a probe ends, or is given up. A pause lasts until it is ended. */
export function holdsFor(state: WatchState, pace: Pace): number {
  if (state.light === 'paused') return Infinity;
  return delayAfter(state, pace) + expiryAfter(intervalOf(state, pace));
}
