// Each digit has one place only: a word may be as long as a page.
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;

const ZERO = 0x30;
/** So many digits are exact in a double, whatever they are. */
const SAFE_DIGITS = 15;

/**
 * A number as the exposition formats write it: decimal, or one of the words `NaN`, `+Inf`, `-Inf`. Case does not matter,
 * as in Go's `ParseFloat`, which the formats refer to (prom-client writes `Nan`). Anything else is none.
 */
export function readNumber(word: string): number | undefined {
  const whole = readWhole(word);
  if (whole >= 0) return whole;
  if (DECIMAL.test(word)) return Number(word);
  if (word.toLowerCase() === 'nan') return Number.NaN;
  const sign = INFINITE.exec(word)?.[1];
  if (sign === undefined) return undefined;
  return sign === '-' ? -Infinity : Infinity;
}

// Most values are counts, and a page has thousands: -1 where it is not so simple.
function readWhole(word: string): number {
  if (word.length > SAFE_DIGITS || word === '') return -1;
  let value = 0;
  for (let at = 0; at < word.length; at += 1) {
    const digit = word.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
