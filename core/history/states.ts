import type { Light } from '../health/light.ts';

/** What is kept of the timeline, in the order in which it is stored. What none of these says is a gap. */
export const KEPT_STATES = ['up', 'degraded', 'down', 'paused'] as const;

export type KeptState = (typeof KEPT_STATES)[number];

/** What any second of the timeline was. `gap`: nobody looked, or nothing was proved; never up, never down. */
export type TimelineState = KeptState | 'gap';

/** What was bad is told first, and never hidden by what was good. */
export const WORST_FIRST: readonly TimelineState[] = ['down', 'degraded', 'up', 'paused', 'gap'];

/** Milliseconds of each kept state, in their order. */
export type Kept = readonly [up: number, degraded: number, down: number, paused: number];

export const NOTHING_KEPT: Kept = [0, 0, 0, 0];

/** Milliseconds of every state: they sum exactly to the time that they are about. */
export type StateMs = Readonly<Record<TimelineState, number>>;

const STATE: Readonly<Record<Light, TimelineState>> = {
  healthy: 'up',
  degraded: 'degraded',
  down: 'down',
  paused: 'paused',
  // What is not proved was not observed.
  unknown: 'gap',
};

export function stateOf(light: Light): TimelineState {
  return STATE[light];
}

export function plus(a: Kept, b: Kept): Kept {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]];
}

export function onlyOf(state: TimelineState, ms: number): Kept {
  const of = (name: KeptState): number => (name === state ? ms : 0);
  return [of('up'), of('degraded'), of('down'), of('paused')];
}

/** With the gaps, for a time of `lengthMs`. */
export function stateMs([up, degraded, down, paused]: Kept, lengthMs: number): StateMs {
  return { up, degraded, down, paused, gap: lengthMs - up - degraded - down - paused };
}

/**
 * No more than fits into `lengthMs`. Only a clock that was set can have left too much; what is good is believed least.
 */
export function fitted([up, degraded, down, paused]: Kept, lengthMs: number): Kept {
  const inDown = Math.min(down, lengthMs);
  const inDegraded = Math.min(degraded, lengthMs - inDown);
  const inUp = Math.min(up, lengthMs - inDown - inDegraded);
  return [inUp, inDegraded, inDown, Math.min(paused, lengthMs - inDown - inDegraded - inUp)];
}
