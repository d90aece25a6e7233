import { isBad, type Health, type Light } from '../health/light.ts';
import type { Verdict } from '../health/verdict.ts';

/** What the last probes in a row had in common. */
export type StreakKind = 'none' | 'good' | 'bad' | 'unclear' | 'silent';

/** Probes in a row of one kind. */
export interface Streak {
  readonly kind: StreakKind;
  readonly count: number;
  /** Epoch milliseconds at which the first of them ended. */
  readonly startedAt: number;
}

/** How often a verdict must be seen in a row before it counts (hard and soft states, as Nagios calls them). */
const SIGHTINGS = { conclusive: 2, refused: 3, inconclusive: 3 } as const;

/** The streak after one more verdict. `settled` is the last light that was sure. */
export function extend(streak: Streak, verdict: Verdict, settled: Light, at: number): Streak {
  const kind = kindOf(verdict, settled);
  return kind === streak.kind ? { ...streak, count: streak.count + 1 } : { kind, count: 1, startedAt: at };
}

// The cause and its wording may change with every probe, and still it is one fault. Silence proves nothing by itself,
// so it does not end a fault that was confirmed.
function kindOf({ light, inconclusive }: Verdict, settled: Light): StreakKind {
  if (inconclusive) return isBad(settled) ? 'bad' : 'silent';
  if (isBad(light)) return 'bad';
  return light === 'healthy' ? 'good' : 'unclear';
}

/** A probe in silence proves nothing until it has been seen three times; then silence is the fault. */
export function lightOf(verdict: Verdict, { kind, count }: Streak): Health {
  if (!verdict.inconclusive) return verdict.light;
  return kind === 'bad' || count >= SIGHTINGS.inconclusive ? 'down' : 'unknown';
}

/** Whether the streak is long enough to be sure of the verdict. */
export function isSure(verdict: Verdict, { count }: Streak): boolean {
  return count >= sightingsNeeded(verdict);
}

function sightingsNeeded({ inconclusive, findings }: Verdict): number {
  if (inconclusive) return SIGHTINGS.inconclusive;
  return findings[0]?.id === 'proxy-not-running' ? SIGHTINGS.refused : SIGHTINGS.conclusive;
}
