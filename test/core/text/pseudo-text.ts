const ACCENTED: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  e: 'é',
  g: 'ĝ',
  i: 'î',
  n: 'ñ',
  o: 'ô',
  s: 'š',
  u: 'û',
  y: 'ý',
  A: 'Å',
  C: 'Ç',
  E: 'É',
  I: 'Ï',
  N: 'Ñ',
  O: 'Ö',
  S: 'Š',
  U: 'Û',
};

const PADDING = ' öñé ťŵô ţĥŕéé ƒôûŕ ƒîṽé';
// What texts grow by when English is translated: short ones the most.
const GROWTH = 0.4;
const MOST = 24;

/**
 * A text as it may look in another language: accented, longer by two fifths, and in brackets, so that what is cut, put
 * together or not translated at all shows. What `given` names stands in it as it is.
 */
export function pseudoText(text: string, given: readonly string[] = []): string {
  if (text === '') return '';
  const padding = PADDING.slice(0, Math.min(MOST, Math.ceil(text.length * GROWTH)));
  return `[${outside(text, given)}${padding}]`;
}

function outside(text: string, [first, ...rest]: readonly string[]): string {
  if (first === undefined) return text.replace(/[A-Za-z]/g, (letter) => ACCENTED[letter] ?? letter);
  if (first === '') return outside(text, rest);
  return text
    .split(first)
    .map((part) => outside(part, rest))
    .join(first);
}
