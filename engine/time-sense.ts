import { timeJump, type TimeJump } from '../core/monitor/time-jump.ts';
import type { Clock } from './clock.ts';

/** Milliseconds after a sleep in which a fault proves nothing: networks and servers wake up too. */
const GRACE_MS = 10_000;

/** Notices sleeps and clocks that were set, by reading both clocks before and after every wait. */
export interface TimeSense {
  /** A wait begins that should take so many milliseconds. */
  waiting(ms: number): void;
  /** The wait is over: what happened to time meanwhile? */
  waited(): TimeJump;
  /** From now on, for a moment, faults prove nothing. */
  beginGrace(): void;
  inGrace(): boolean;
}

export function timeSense(clock: Clock): TimeSense {
  let wall = clock.now();
  let monotonic = clock.monotonic();
  let expectedMs = 0;
  let graceEnds = monotonic;

  const read = (): void => {
    wall = clock.now();
    monotonic = clock.monotonic();
  };

  return {
    waiting: (ms) => {
      expectedMs = ms;
      read();
    },
    waited: () => {
      const jump = timeJump(clock.now() - wall, clock.monotonic() - monotonic, expectedMs);
      read();
      return jump;
    },
    beginGrace: () => {
      graceEnds = clock.monotonic() + GRACE_MS;
    },
    inGrace: () => clock.monotonic() < graceEnds,
  };
}
