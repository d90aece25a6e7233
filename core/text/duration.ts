/** The unit signs of a language. */
export interface Units {
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
  readonly second: string;
}

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
const CENTURY = 36_525 * DAY;

/**
 * A duration in its two largest units: "45 s", "1 min 12 s", "2 h 15 min", "3 d 4 h". Zero parts are left out.
 * Negative durations (a clock was set back) are shown as none at all, absurd ones as a century.
 */
export function duration(seconds: number, units: Units): string {
  const whole = Number.isFinite(seconds) ? Math.min(CENTURY, Math.max(0, Math.floor(seconds))) : 0;
  const [large, size, small, part] = scale(whole, units);
  const rest = Math.floor((whole % size) / part);
  const head = `${Math.floor(whole / size)} ${large}`;
  return small === undefined || rest === 0 ? head : `${head} ${rest} ${small}`;
}

/** A duration in its largest unit alone, for what is long past: "48 min". */
export function roughDuration(seconds: number, units: Units): string {
  const [, size] = scale(seconds, units);
  return duration(seconds - (seconds % size), units);
}

type Scale = readonly [large: string, size: number, small: string | undefined, part: number];

function scale(seconds: number, { day, hour, minute, second }: Units): Scale {
  if (seconds >= DAY) return [day, DAY, hour, HOUR];
  if (seconds >= HOUR) return [hour, HOUR, minute, MINUTE];
  if (seconds >= MINUTE) return [minute, MINUTE, second, 1];
  return [second, 1, undefined, 1];
}

/** Seconds between two moments in epoch milliseconds; never negative. */
export function secondsBetween(from: number, to: number): number {
  return Math.max(0, (to - from) / 1000);
}
