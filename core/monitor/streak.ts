import type { Finding } from '../health/finding.ts';
import { isBad, type Light } from '../health/light.ts';
import type { Verdict } from '../health/verdict.ts';
import { sightingsNeeded, type Thresholds } from './thresholds.ts';

/** What the last conclusive probes in a row had in common. */
export type StreakKind = 'none' | 'good' | 'bad' | 'unclear';

/** Conclusive probes in a row of one kind, and the silence since the last of them. */
export interface Streak {
  readonly kind: StreakKind;
  readonly count: number;
  /** Epoch milliseconds at which the first of them ended. */
  readonly startedAt: number;
  /** Probes in a row that proved nothing. They neither lengthen nor end a streak, until they are a fault themselves. */
  readonly silent: number;
  /** Epoch milliseconds at which the first of those ended. */
  readonly silentSince: number;
}

/** What is no failure is sure when it is seen for the second time. */
export const SIGHTINGS = 2;

export function freshStreak(at: number): Streak {
  return { kind: 'none', count: 0, startedAt: at, silent: 0, silentSince: at };
}

/** The streak after one more verdict at a moment in epoch milliseconds. */
export function extend(streak: Streak, verdict: Verdict, at: number, thresholds: Thresholds): Streak {
  if (verdict.inconclusive) return extendSilence(streak, at, thresholds);
  const kind = kindOf(verdict);
  if (kind !== streak.kind) return { kind, count: 1, startedAt: at, silent: 0, silentSince: at };
  return { ...streak, count: streak.count + 1, silent: 0 };
}

function extendSilence(streak: Streak, at: number, thresholds: Thresholds): Streak {
  const silent = streak.silent + 1;
  const silentSince = silent === 1 ? at : streak.silentSince;
  const isFaultAlready = streak.kind === 'bad' && streak.startedAt === silentSince;
  if (silent < sightingsNeeded('silent', thresholds) || isFaultAlready) return { ...streak, silent, silentSince };
  // Silence that lasts is the fault, and whatever was before it is over.
  return { kind: 'bad', count: 1, startedAt: silentSince, silent, silentSince };
}

// The cause and its wording may change with every probe, and still it is one fault.
function kindOf({ light }: Verdict): StreakKind {
  if (isBad(light)) return 'bad';
  return light === 'healthy' ? 'good' : 'unclear';
}

/** The same streak on a wall clock that was set by so many milliseconds. */
export function shiftStreak(streak: Streak, by: number): Streak {
  return { ...streak, startedAt: streak.startedAt + by, silentSince: streak.silentSince + by };
}

/** The light to show. A probe in silence proves nothing: it does not excuse a fault that was sure, and makes none. */
export function lightOf(verdict: Verdict, { silent }: Streak, settled: Light, thresholds: Thresholds): Light {
  if (!verdict.inconclusive) return verdict.light;
  if (silent >= sightingsNeeded('silent', thresholds)) return 'down';
  return isBad(settled) ? settled : 'unknown';
}

/** Whether the streak is long enough to be sure of the verdict. */
export function isSure({ inconclusive, findings }: Verdict, streak: Streak, thresholds: Thresholds): boolean {
  const { kind, count, silent } = streak;
  if (inconclusive) return silent >= sightingsNeeded('silent', thresholds);
  if (kind !== 'bad') return count >= SIGHTINGS;
  return count >= sightingsNeeded(looksGone(findings) ? 'gone' : 'answered', thresholds);
}

/** Whether this is how a proxy looks that has ended, or that is just being started again. */
export function looksGone([root]: readonly Finding[]): boolean {
  return root?.id === 'proxy-not-running' || root?.id === 'connection-lost';
}
