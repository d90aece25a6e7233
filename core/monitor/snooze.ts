/** For how long notifications can be put to rest. */
export const SNOOZES = ['30 min', '1 h', '4 h', 'recovery'] as const;

export type Snooze = (typeof SNOOZES)[number];

/** Until when they rest: epoch milliseconds, or until all is well again. */
export type Snoozed = { readonly until: number } | { readonly until: 'recovery' };

const MINUTES: Readonly<Record<Exclude<Snooze, 'recovery'>, number>> = { '30 min': 30, '1 h': 60, '4 h': 240 };

/** Begins a rest now, in epoch milliseconds. */
export function snoozedFrom(now: number, snooze: Snooze): Snoozed {
  return snooze === 'recovery' ? { until: 'recovery' } : { until: now + MINUTES[snooze] * 60_000 };
}

/** Whether a rest is over. `isWell`: whether everything is. */
export function isSnoozeOver({ until }: Snoozed, now: number, isWell: boolean): boolean {
  return until === 'recovery' ? isWell : now >= until;
}
