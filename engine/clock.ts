/** Time as an argument: tests bring their own. */
export interface Clock {
  /** Epoch milliseconds: for showing and storing only, since it may jump. */
  now(): number;
  /** Milliseconds that only ever grow: for scheduling and measuring. */
  monotonic(): number;
  /** Calls `run` once after `ms`; the returned stop prevents it. */
  after(ms: number, run: () => void): () => void;
}

// A longer timer overflows to 1 ms in Node; nothing here ever waits for a day.
const MAX_DELAY_MS = 24 * 3_600_000;

/** The computer's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, Math.min(Math.max(0, ms), MAX_DELAY_MS));
    return () => clearTimeout(timer);
  },
};
