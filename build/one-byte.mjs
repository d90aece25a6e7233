const WIDE = /[^\0-\xff]/g;
const ESCAPE = String.raw`\u0000`.length;

/**
 * JavaScript that says the same with one byte a character, where that is shorter. V8 keeps a source for as long as the program
 * runs, and one character beyond Latin-1 doubles it. Where few are, they are written as escapes; where many are, as in a
 * Chinese catalogue, escapes would be longer. No source of ours has one in `String.raw`, where an escape is not one.
 * @param {string} code
 */
export function oneByte(code) {
  const wide = code.match(WIDE)?.length ?? 0;
  return wide * ESCAPE <= code.length ? code.replaceAll(WIDE, escaped) : code;
}

/** @param {string} unit half of a character where it takes two */
function escaped(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
