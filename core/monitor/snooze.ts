/** For how long notifications can be put to rest. */
export const SNOOZES = ['30 min', '1 h', '4 h', 'recovery'] as const;

export type Snooze = (typeof SNOOZES)[number];

/** Until when they rest: epoch milliseconds, or until all is well again. */
export type Snoozed = { readonly until: number } | { readonly until: 'recovery' };

const MINUTES: Readonly<Record<Exclude<Snooze, 'recovery'>, number>> = { '30 min': 30, '1 h': 60, '4 h': 240 };
const MINUTE_MS = 60_000;
const LONGEST_MS = MINUTES['4 h'] * MINUTE_MS;

/** Begins a rest now, in epoch milliseconds. */
export function snoozedFrom(now: number, snooze: Snooze): Snoozed {
  return snooze === 'recovery' ? { until: 'recovery' } : { until: now + MINUTES[snooze] * MINUTE_MS };
}

/** Whether a rest is over. `isWell`: whether everything is. */
export function isSnoozeOver({ until }: Snoozed, now: number, isWell: boolean): boolean {
  if (until === 'recovery') return isWell;
  // No rest begins with so much to go: the clock was set back meanwhile.
  return now >= until || until - now > LONGEST_MS;
}
