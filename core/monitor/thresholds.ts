import type { Settings } from '../settings.ts';

/** From when on a fault counts, as far as the user has a say in it. */
export interface Thresholds {
  /** How many probes in a row must see a failure until it is confirmed; absent: it depends on the failure. */
  readonly confirmAfter?: number;
  /** Milliseconds after which an answer is slow, and the light of a healthy proxy amber; absent: never. */
  readonly slowAfterMs?: number;
}

/** How a failure looks: `answered`: the proxy says so itself. `gone`: nothing takes a connection. `silent`: no answer in time. */
export type FailureLook = 'answered' | 'gone' | 'silent';

/** The thresholds where nobody has set any. */
export const USUAL_THRESHOLDS: Thresholds = {};

// A proxy that is just being started again looks gone, and a busy one is silent for a moment.
const USUAL_SIGHTINGS: Readonly<Record<FailureLook, number>> = { answered: 2, gone: 3, silent: 3 };

/** The thresholds of the settings. */
export function thresholdsOf({ confirmAfter, slowAfter }: Pick<Settings, 'confirmAfter' | 'slowAfter'>): Thresholds {
  return {
    ...(confirmAfter !== 'auto' && { confirmAfter }),
    ...(slowAfter !== 'off' && { slowAfterMs: slowAfter }),
  };
}

/** How many probes in a row must see such a failure until it is confirmed (hard and soft states, as Nagios calls them). */
export function sightingsNeeded(look: FailureLook, { confirmAfter }: Thresholds): number {
  return confirmAfter ?? USUAL_SIGHTINGS[look];
}
