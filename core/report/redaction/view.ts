/** A text read in another way, in which each character still knows from where in the original it came. */
export interface View {
  readonly text: string;
  /** For each code unit of `text`: where its original begins, and where it ends. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Builds a view character by character. */
export interface ViewBuilder {
  /** Adds what is read for the original from `from` up to `to`. */
  add(read: string, from: number, to: number): void;
  view(): View;
}

export function viewBuilder(): ViewBuilder {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  return {
    add: (read, from, to) => {
      parts.push(read);
      for (let i = 0; i < read.length; i += 1) {
        starts.push(from);
        ends.push(to);
      }
    },
    view: () => ({ text: parts.join(''), from: starts, to: ends }),
  };
}

const DASH = /\p{Pd}|\u2212/u;
const QUOTE = /[\u2018-\u201f]/;
const SPACE = /[\t\n\v\f\r\p{Z}]/u;
const MARKS_OF_LETTERS = /\p{M}/gu;
const INVISIBLE = /[\p{C}\p{M}]/u;

/** One character as a careless reader takes it: without accents, plain for full-width, nothing for what is invisible. */
export function folded(character: string): string {
  if (character >= ' ' && character <= '~') return character;
  if (character === '\n') return '\n';
  if (SPACE.test(character)) return ' ';
  if (INVISIBLE.test(character)) return '';
  if (DASH.test(character)) return '-';
  if (QUOTE.test(character)) return '"';
  return character.normalize('NFKD').replace(MARKS_OF_LETTERS, '');
}

/** The text as a careless reader takes it. */
export function foldedView(text: string): View {
  const builder = viewBuilder();
  let at = 0;
  for (const character of text) {
    builder.add(folded(character), at, at + character.length);
    at += character.length;
  }
  return builder.view();
}
