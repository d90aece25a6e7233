import { SIGHTINGS } from '../../monitor/streak.ts';
import { sightingsNeeded, thresholdsOf, type FailureLook, type Thresholds } from '../../monitor/thresholds.ts';
import { CALM_MS, deadlineFor } from '../../monitor/schedule.ts';
import type { Settings } from '../../settings.ts';

/** How often Prometheus asks, and how long it waits. Milliseconds. */
export interface Pace {
  /** Between two looks at the port, which cost the proxy nothing. */
  readonly portMs: number;
  /** Between two answers to each question. */
  readonly answerMs: number;
  /** How long a connection to the port, and an answer, may take. */
  readonly portLimitMs: number;
  readonly answerLimitMs: number;
  /** From when on the light takes a fault for one. */
  readonly thresholds: Thresholds;
}

// As Prometheus's users expect it. With seven questions these are 28 requests a minute: below the tightest limit that a
// proxy is known to set (30 a minute).
const USUAL_MS = 15_000;
// blackbox_exporter gives up so long before Prometheus does.
export const MARGIN_MS = 500;

/** The pace for the interval of the settings. */
export function paceFor(settings: Pick<Settings, 'interval' | 'confirmAfter' | 'slowAfter'>): Pace {
  const { interval } = settings;
  const portMs = interval === 'auto' ? CALM_MS : interval * 1_000;
  const answerMs = interval === 'auto' ? USUAL_MS : interval * 1_000;
  return {
    portMs,
    answerMs,
    portLimitMs: limitFor(portMs),
    answerLimitMs: limitFor(answerMs),
    thresholds: thresholdsOf(settings),
  };
}

function limitFor(intervalMs: number): number {
  return Math.min(deadlineFor('/health', intervalMs), intervalMs - MARGIN_MS);
}

/** How long a failure must last until it is sure, from the first look that shows it. */
export function confirmation(look: FailureLook, intervalMs: number, { thresholds }: Pace): number {
  return (sightingsNeeded(look, thresholds) - 1) * intervalMs;
}

/** How long anything else must last until it is sure, the end of a failure above all. */
export function assurance(intervalMs: number): number {
  return (SIGHTINGS - 1) * intervalMs;
}

/**
 * How long after one question another can show the same moment: each has a time of its own within the interval, its answer
 * may take a while, and is looked at when it is the rules' turn.
 */
export function latest({ answerMs, answerLimitMs, portMs }: Pace): number {
  return answerMs + answerLimitMs + portMs;
}

/** Milliseconds as Prometheus writes them. */
export function promDuration(ms: number): string {
  if (ms % 60_000 === 0 && ms > 0) return `${ms / 60_000}m`;
  return ms % 1_000 === 0 ? `${ms / 1_000}s` : `${Math.round(ms)}ms`;
}
