import type { TimelineState } from './states.ts';

/** How a probe ended. `ms`: how long its answer took; absent when there was none. */
export interface ProbeMark {
  readonly ms?: number;
}

/** A stretch of the timeline in one state, in whole epoch milliseconds. `probe`: the one that ended it. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly state: TimelineState;
  readonly probe?: ProbeMark;
}

/** Where the timeline of a target stands. */
export interface Timeline {
  /** What it has been since `upTo`, in epoch milliseconds. All before that is told. */
  readonly state: TimelineState;
  readonly upTo: number;
  /** For how long that can be so without a word: a longer silence was a sleep. */
  readonly holdsMs: number;
}

/** Something that happened: from `at` on, the state is this. */
export interface Moment {
  readonly at: number;
  readonly state: TimelineState;
  readonly holdsMs: number;
  readonly probe?: ProbeMark;
}

export interface Lived {
  readonly timeline: Timeline;
  /** What there is to keep of the time since the moment before. */
  readonly piece?: Piece;
}

/** No piece is longer; whoever keeps a timeline looks at it more often than that. */
export const LONGEST_PIECE_MS = 30_000;

// A clock that is set back by less is waited for: its time was told already.
const WAITED_FOR_MS = 60_000;

/**
 * Moves the timeline to a moment. What lies between two moments was observed only if they are as near to each other as they
 * should be. Pieces follow each other without overlap, unless the clock was set back: then they begin anew.
 */
export function goOn({ state, upTo, holdsMs }: Timeline, moment: Moment): Lived {
  const at = Math.floor(moment.at);
  const goneMs = at - upTo;
  const isBack = goneMs < -WAITED_FOR_MS;
  const next: Timeline = {
    state: moment.state,
    upTo: isBack ? at : Math.max(at, upTo),
    holdsMs: moment.holdsMs,
  };
  const from = goneMs > 0 ? upTo : next.upTo;
  const before = goneMs > 0 && goneMs <= Math.min(holdsMs, LONGEST_PIECE_MS) ? state : 'gap';
  if (moment.probe === undefined && (before === 'gap' || from === next.upTo)) return { timeline: next };
  return {
    timeline: next,
    piece: { from, to: next.upTo, state: before, ...(moment.probe !== undefined && { probe: moment.probe }) },
  };
}

/**
 * Moves the timeline to a moment at which nothing happened, so that what has been observed is told in time. After a sleep
 * only a pause goes on: everything else waits for the next probe.
 */
export function lookOn(timeline: Timeline, at: number): Lived {
  const { state, upTo, holdsMs } = timeline;
  const goneMs = Math.max(0, at - upTo);
  const isKnown = state === 'paused' || goneMs <= Math.min(holdsMs, LONGEST_PIECE_MS);
  return goOn(timeline, { at, state: isKnown ? state : 'gap', holdsMs: holdsMs - goneMs });
}

/** The timeline before anything is known. */
export function freshTimeline(at: number): Timeline {
  return { state: 'gap', upTo: Math.floor(at), holdsMs: 0 };
}
