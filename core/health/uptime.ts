const UNIT_SECONDS: Readonly<Record<string, number>> = { d: 86_400, h: 3_600, m: 60, s: 1 };
const FORM = /^(?=\d)(?:(\d{1,5})d)?\s?(?:(\d{1,5})h)?\s?(?:(\d{1,5})m)?\s?(?:(\d{1,5})s)?$/;
const CENTURY_SECONDS = 100 * 365.25 * 86_400;

/**
 * Seconds of an uptime as the documented API writes it ("2h 15m 30s", days allowed). Negative, absurd (over a century)
 * or unreadable values are nothing, and so are bare numbers: they may be seconds or milliseconds.
 */
export function readUptime(value: unknown): number | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  const match = FORM.exec(value);
  if (match === null) return undefined;
  const parts = match.slice(1).map((digits, i) => Number(digits ?? 0) * (UNIT_SECONDS['dhms'.charAt(i)] ?? 0));
  return plausibleUptime(parts.reduce((sum, part) => sum + part, 0));
}

/** A number of seconds, if a program can have run that long. */
export function plausibleUptime(seconds: number): number | undefined {
  return Number.isFinite(seconds) && seconds >= 0 && seconds <= CENTURY_SECONDS ? seconds : undefined;
}
