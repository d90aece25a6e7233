/** Whether each of the last probes left the target confirmed well; the newest last. */
export interface Flapping {
  readonly history: readonly boolean[];
  readonly active: boolean;
}

export const STEADY: Flapping = { history: [], active: false };

/** Nagios's own figures: 21 states, the newest change weighs 1.2 and the oldest 0.8, on above 30 % and off below 20 %. */
export const STATES = 21;
const NEWEST_WEIGHT = 1.2;
const OLDEST_WEIGHT = 0.8;
export const STARTS_PERCENT = 30;
export const ENDS_PERCENT = 20;

/**
 * Flap detection over confirmed states, one for each probe. Source: Nagios Core documentation, "Detection and Handling
 * of State Flapping".
 */
export function observe({ history, active }: Flapping, isWell: boolean): Flapping {
  const next = [...history, isWell].slice(-STATES);
  const percent = changePercent(next);
  return { history: next, active: active ? percent >= ENDS_PERCENT : percent > STARTS_PERCENT };
}

/** The weighted share of changes among the possible ones, in percent. */
export function changePercent(history: readonly boolean[]): number {
  const possible = STATES - 1;
  const step = (NEWEST_WEIGHT - OLDEST_WEIGHT) / (possible - 1);
  const weights = history.slice(1).map((state, i) => {
    const age = history.length - 2 - i;
    return state === history[i] ? 0 : NEWEST_WEIGHT - age * step;
  });
  return (weights.reduce((sum, weight) => sum + weight, 0) / possible) * 100;
}
