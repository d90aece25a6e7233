import type { TargetView } from '../snapshot.ts';
import { targetView } from '../target-view.ts';
import { counted } from './redacted-state.ts';
import type { Recording } from './recording.ts';
import { replay } from './replay.ts';

/** What was shown from one moment of a recording until the next. */
export interface Frame {
  /** Milliseconds since the recording began. */
  readonly after: number;
  /** Its times are epoch milliseconds again. */
  readonly view: TargetView;
  /** How many alerts were told at this moment. */
  readonly alerts: number;
  /** How many events are missing right before it. */
  readonly leftOut: number;
}

/** All that can be scrubbed through, in the order of time: what was shown, moment by moment, for the faces to draw. */
export function framesOf(recording: Recording): readonly Frame[] {
  const { address, beganAt } = recording;
  // A mark is no host; this name never is one either (RFC 2606).
  const name = { id: 'recording', name: address, url: address.replace('[host]', 'http://host.invalid') };
  return replay(recording).flatMap(({ leftOut, events }) =>
    events.map(({ after, state, shown }, i) => ({
      after,
      view: targetView(name, counted(state, -beganAt)),
      alerts: shown.alerts.length,
      leftOut: i === 0 ? leftOut : 0,
    })),
  );
}
