/** What stands in place of something private. None of them can be mistaken for what it hides. */
export const MARKS = ['[secret]', '[e-mail]', '[host]', '[user]', '[organisation]', '[id]', '~'] as const;

export type Mark = (typeof MARKS)[number];

/** A stretch of a text that must not be shown: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly mark: Mark;
}

/** Finds what is private in a text. Pure, in time that grows with the length of the text alone. */
export type Detector = (text: string) => readonly Span[];

/** A span for each match of a global pattern. */
export function spansOf(text: string, pattern: RegExp, mark: Mark): readonly Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    mark,
  }));
}

/** Puts the marks into the text. Of spans that overlap, the longest gives its mark to all that they cover. */
export function covered(text: string, spans: readonly Span[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, mark } of joined(spans)) {
    out += text.slice(at, start) + mark;
    at = end;
  }
  return out + text.slice(at);
}

function joined(spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = [];
  const length = ({ start, end }: Span): number => end - start;
  let longest = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = whole.at(-1);
    if (last === undefined || span.start >= last.end) {
      whole.push(span);
      longest = length(span);
      continue;
    }
    const mark = length(span) > longest ? span.mark : last.mark;
    longest = Math.max(longest, length(span));
    whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, span.end), mark };
  }
  return whole;
}
