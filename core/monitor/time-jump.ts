/** What the two clocks tell of the time between two looks: nothing special, a sleep or freeze, or a clock that was set. */
export type TimeJump =
  | { readonly kind: 'none' }
  | { readonly kind: 'slept' }
  | { readonly kind: 'clock-set'; readonly by: number };

const NOTICEABLE_MS = 5_000;
const LONGEST_SLEEP_MS = 14 * 86_400_000;

/**
 * Compares how far the wall clock and the monotonic clock went since they were last read, when so much was expected. A
 * wall clock that went back was set. One that leapt forward was set or slept through (on Linux the monotonic clock stops
 * in a suspend): up to two weeks it is taken for sleep, as sleep is common and setting a clock by days is not.
 */
export function timeJump(wallMs: number, monotonicMs: number, expectedMs: number): TimeJump {
  // The wall clock counts whole milliseconds, and is set by whole ones.
  const apart = Math.round(wallMs - monotonicMs);
  if (apart < -NOTICEABLE_MS || apart > LONGEST_SLEEP_MS) return { kind: 'clock-set', by: apart };
  const late = Math.max(wallMs, monotonicMs) - expectedMs;
  return late > NOTICEABLE_MS ? { kind: 'slept' } : { kind: 'none' };
}
