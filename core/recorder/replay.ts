import { step, type WatchEvent, type WatchState } from '../monitor/watch-state.ts';
import { gistOf, judgedAgain } from './judged-again.ts';
import type { RecordedEvent, RecordedPart, Recording, Shown } from './recording.ts';
import { shownOf } from './shown.ts';

/** One event of a recording, played again. */
export interface Replayed {
  /** Milliseconds since the recording began. */
  readonly after: number;
  readonly event: WatchEvent;
  /** The state after it, as today's rules have it. */
  readonly state: WatchState;
  readonly shown: Shown;
  /** What was shown when it was recorded. */
  readonly recorded: Shown;
  /** Whether today's rules judge its answer otherwise; absent where no answer was kept. */
  readonly isJudgedAlike?: boolean;
}

/** A part of a recording, played again. */
export interface ReplayedPart {
  readonly leftOut: number;
  readonly events: readonly Replayed[];
}

/** Feeds a recording to the rules of today, as the watch fed it to those of its day. Pure and total. */
export function replay(recording: Recording): readonly ReplayedPart[] {
  return recording.parts.map((part) => ({ leftOut: part.leftOut, events: replayedEvents(part, recording) }));
}

function replayedEvents({ from, events }: RecordedPart, recording: Recording): readonly Replayed[] {
  let state = from;
  return events.map((recorded) => {
    const isJudgedAlike = judgedAlike(recorded, state, recording);
    const next = step(state, recorded.event, recorded.thresholds);
    state = next.state;
    return {
      after: recorded.after,
      event: recorded.event,
      state,
      shown: shownOf(state, next.alerts),
      recorded: recorded.shown,
      ...(isJudgedAlike !== undefined && { isJudgedAlike }),
    };
  });
}

function judgedAlike(
  { event, answer }: RecordedEvent,
  state: WatchState,
  { address, beganAt }: Recording,
): boolean | undefined {
  if (answer === undefined || event.type !== 'judged') return undefined;
  const again = judgedAgain(answer, { state, at: event.at, beganAt, address });
  return gistOf(again) === gistOf(event.verdict);
}
