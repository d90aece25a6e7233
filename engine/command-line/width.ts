import { eastAsianWidth } from 'get-east-asian-width';

// Latin letters take one column each, and need no closer look.
const SIMPLE = /^[ -\u02FF]*$/;
const PICTURE = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/u;

/** How many columns of a terminal a text takes: a Chinese sign takes two. */
export function width(text: string): number {
  if (SIMPLE.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of segments(text)) columns += widthOf(segment);
  return columns;
}

/** A text made so wide by spaces. */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

/** As much of a text as fits; the cut is shown by an ellipsis. */
export function fitted(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let kept = '';
  let used = 1;
  for (const { segment } of segments(text)) {
    used += widthOf(segment);
    if (used > columns) break;
    kept += segment;
  }
  return columns < 1 ? '' : `${kept.trimEnd()}…`;
}

// Made only where it is needed: that takes longer than all the rest of a short command.
let segmenter: Intl.Segmenter | undefined;

function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

function widthOf(grapheme: string): number {
  if (PICTURE.test(grapheme)) return 2;
  return eastAsianWidth(grapheme.codePointAt(0) ?? 0);
}
