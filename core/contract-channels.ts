/** The three channels between main process and popup; there are no others. */
export const CHANNELS = {
  /** Main to popup: each new snapshot, as it comes. */
  snapshot: 'pilot-light:snapshot',
  /** Popup asks, main answers with the newest snapshot. */
  ask: 'pilot-light:ask',
  /** Popup to main: one action. */
  act: 'pilot-light:act',
} as const;
