import type { ProbeResult } from '../../core/health/probe-result.ts';

/** What is known of how a server treats idle connections. A server that always closes them tells nothing by it. */
export interface IdleHabit {
  /** How often in a row it closed an idle connection and still lived. */
  readonly inARow: number;
  /** True when its last answer ended the connection by announcement. */
  readonly announces: boolean;
  /** Milliseconds for which it promises to keep an idle connection. */
  readonly promisedMs?: number;
  /** Milliseconds after which it was last seen to close one. */
  readonly observedMs?: number;
}

export const UNKNOWN_HABIT: IdleHabit = { inARow: 0, announces: false };

const IS_HABIT = 2;
const MARGIN_MS = 250;

/** What an exchange teaches. `closedAfterMs`: the idle connection before it was closed by the server after so long. */
export function learn(
  habit: IdleHabit,
  result: ProbeResult,
  reused: boolean,
  closedAfterMs: number | undefined,
): IdleHabit {
  // Then the end of the connection was news, and what comes back may be another server.
  if (result.kind === 'failure') return UNKNOWN_HABIT;
  const { closes = false, keepAliveSeconds } = result.headers;
  const inARow = closedAfterMs !== undefined ? habit.inARow + 1 : reused ? 0 : habit.inARow;
  const observedMs = closedAfterMs ?? habit.observedMs;
  return {
    inARow,
    announces: closes,
    ...(keepAliveSeconds !== undefined && { promisedMs: keepAliveSeconds * 1_000 }),
    ...(observedMs !== undefined && { observedMs }),
  };
}

/** Whether holding a connection is of no use with this server: only polling tells whether it lives. */
export function keepsNothing({ inARow, announces }: IdleHabit): boolean {
  return announces || inARow >= IS_HABIT;
}

/** Whether the end of a connection that was idle for so long is what this server does anyway. */
export function isExpected(habit: IdleHabit, idleMs: number): boolean {
  return keepsNothing(habit) || (habit.promisedMs !== undefined && idleMs >= habit.promisedMs - MARGIN_MS);
}

/** Milliseconds within which an idle connection should be used again; nothing where that is not known. */
export function keepAliveOf({ promisedMs, observedMs }: IdleHabit): number | undefined {
  return promisedMs ?? observedMs;
}
