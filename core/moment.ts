/** How far from 1970 a `Date` can be, in milliseconds; beyond this it is invalid (ECMA-262, 21.4.1.1). */
export const MAX_TIME = 8.64e15;

/** A moment in epoch milliseconds as near as a `Date` can be to it. What is no number is 1970. */
export function dateable(at: number): number {
  return Number.isFinite(at) ? Math.min(Math.max(at, -MAX_TIME), MAX_TIME) : 0;
}
