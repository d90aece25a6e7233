const WORDS: ReadonlySet<string> = new Set(['error', 'failed', 'failure', 'timeout']);
/** Refusals that tell of a sign-in or a limit, not of a mistake of the one who asks. */
const REFUSALS: ReadonlySet<number> = new Set([401, 403, 407, 408, 429]);

/**
 * Whether a status label tells of a failure of the proxy or of what stands behind it: 5xx, refusals, and words (failed calls
 * of ccproxy have the status `error`). Other 4xx are mistakes of the one who asks, and no news about the proxy.
 */
export function isFailure(status: string): boolean {
  if (WORDS.has(status.toLowerCase())) return true;
  if (!/^[1-5]\d\d$/.test(status)) return /^5xx$/i.test(status);
  const code = Number(status);
  return code >= 500 || REFUSALS.has(code);
}
