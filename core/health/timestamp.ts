const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/;
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/**
 * Epoch milliseconds of a time as proxies write it: ISO 8601 with a zone, or a number of seconds or milliseconds.
 * A time without a zone means a different moment to every reader, so it is nothing; so is one outside 2000-2200.
 */
export function readTimestamp(value: unknown): number | undefined {
  if (typeof value === 'string') return ISO.test(value) ? plausible(Date.parse(value)) : undefined;
  if (typeof value !== 'number') return undefined;
  return plausible(value) ?? plausible(value * 1000);
}

function plausible(ms: number): number | undefined {
  return Number.isFinite(ms) && ms >= EARLIEST && ms <= LATEST ? Math.round(ms) : undefined;
}
