import type { Finding } from '../health/finding.ts';
import type { Light } from '../health/light.ts';

/** What was shown of a target from one moment of a recording until the next. */
export interface RecordedMoment {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly light: Light;
  readonly confirmed: boolean;
  /** The root cause; absent where nothing was wrong. */
  readonly root?: Finding;
}

/** More are not handed to a face; a recording of the usual size has a few hundred. */
export const MOST_MOMENTS = 2_000;
