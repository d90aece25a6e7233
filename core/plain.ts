import { once } from './once.ts';

/** The longest text from outside that is kept, in graphemes. */
export const MAX_TEXT = 200;

// A grapheme is rarely more than eight code units; this bounds the work before segmenting.
const UNITS_PER_GRAPHEME = 8;
const MAX_MARKS = 3;

// Letters, marks, numbers, punctuation, symbols and the plain space. Everything else (controls, bidi overrides,
// zero-width joiners, lone surrogates, noncharacters) is left out: a tray tooltip with U+FFFE ends Electron on Linux.
const allowed = once(() => /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u);
const forbidden = once(() => /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/u);
const mark = once(() => /\p{M}/u);
const space = once(() => /[\p{Z}\t\n\v\f\r]/u);

// Most texts are nothing but these, what can be seen of Latin-1 and the dots of our own, and need no closer look.
const SIMPLE = /^[!-~¡-¬®-ÿ…]*(?: [!-~¡-¬®-ÿ…]+)*$/;

const segmenter = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

/**
 * Text from outside, made safe for every sink: one line, allow-listed characters, at most three marks on a letter,
 * at most `max` graphemes (the cut is shown by an ellipsis). Plain text stays what it was.
 */
export function plain(text: string, max: number = MAX_TEXT): string {
  if (text.length <= max && SIMPLE.test(text)) return text;
  return cut(clean(text.slice(0, max * UNITS_PER_GRAPHEME * 2)), max);
}

/** Whether a text has allow-listed characters only, as every plain text has. */
export function isHarmless(text: string): boolean {
  return SIMPLE.test(text) || !forbidden().test(text);
}

function clean(text: string): string {
  let out = '';
  let marks = 0;
  for (const character of text) {
    if (space().test(character)) {
      if (out !== '' && !out.endsWith(' ')) out += ' ';
      marks = 0;
    } else if (allowed().test(character)) {
      marks = mark().test(character) ? marks + 1 : 0;
      if (marks <= MAX_MARKS) out += character;
    }
  }
  return out.trimEnd();
}

function cut(text: string, max: number): string {
  // No grapheme is shorter than a code unit.
  if (text.length <= max) return text;
  let count = 0;
  for (const { index } of segmenter().segment(text)) {
    count += 1;
    if (count > max) return `${text.slice(0, lastBoundary(text, index)).trimEnd()}…`;
  }
  return text;
}

// One grapheme is given up for the ellipsis.
function lastBoundary(text: string, index: number): number {
  return (
    segmenter()
      .segment(text)
      .containing(index - 1)?.index ?? 0
  );
}
