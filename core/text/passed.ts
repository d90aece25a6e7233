/** The longest text of a check that passed, in graphemes: one line of the popup. */
export const MAX_PASSED = 80;

/** Only what is known leaves a trace; where nothing is, `otherwise` is still true. */
export function listOf(parts: readonly (string | false | undefined)[], otherwise: string): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(', ') || otherwise;
}

/** The words for a value, where there is one. */
export function known<Value>(value: Value | undefined, word: (value: Value) => string): string | undefined {
  return value === undefined ? undefined : word(value);
}

/** The end of a path, which tells more than its beginning. Half a character is left out where it is made plain. */
export function shortPath(path: string): string {
  return path.length <= MAX_PASSED ? path : `…${path.slice(1 - MAX_PASSED)}`;
}
