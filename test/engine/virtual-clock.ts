import type { Clock } from '../../engine/clock.ts';

/** A clock that stands still until it is told to go on. */
export interface VirtualClock extends Clock {
  /** Lets `ms` pass: every timer that falls due runs in its order, and what it started gets its turn. */
  advance(ms: number): Promise<void>;
  /** Sets the wall clock forth or back, as a user or the network would; monotonic time is untouched. */
  jump(ms: number): void;
  /** Timers that are waiting now. */
  readonly waiting: number;
}

interface Timer {
  readonly due: number;
  readonly run: () => void;
}

// Lets promises and real sockets have their turn between two timers.
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export function virtualClock(startMs = Date.UTC(2026, 10, 22)): VirtualClock {
  let elapsed = 0;
  let offset = startMs;
  const timers = new Set<Timer>();

  const next = (until: number): Timer | undefined =>
    [...timers].filter(({ due }) => due <= until).toSorted((a, b) => a.due - b.due)[0];

  return {
    now: () => offset + elapsed,
    monotonic: () => elapsed,
    after: (ms, run) => {
      const timer = { due: elapsed + Math.max(0, ms), run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(ms) {
      const until = elapsed + ms;
      await turn();
      for (let timer = next(until); timer !== undefined; timer = next(until)) {
        timers.delete(timer);
        elapsed = Math.max(elapsed, timer.due);
        timer.run();
        // Timers run one after the other, each with all that it started.
        // oxlint-disable-next-line no-await-in-loop
        await turn();
      }
      elapsed = until;
    },
    jump: (ms) => {
      offset += ms;
    },
    get waiting() {
      return timers.size;
    },
  };
}
