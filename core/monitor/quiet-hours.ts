import type { Settings } from '../settings.ts';

/**
 * Whether it is quiet at a time of day. `localMinutes`: minutes since midnight on the user's wall clock. Quiet hours may
 * go over midnight; where their ends are the same there are none.
 */
export function isQuiet(quietHours: Settings['quietHours'], localMinutes: number): boolean {
  if (quietHours === undefined) return false;
  const from = minutesOf(quietHours.from);
  const to = minutesOf(quietHours.to);
  if (from <= to) return from <= localMinutes && localMinutes < to;
  return from <= localMinutes || localMinutes < to;
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
