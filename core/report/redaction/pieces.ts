import { isRandom } from './randomness.ts';
import type { Detector, Span } from './span.ts';

interface Piece {
  readonly text: string;
  /** As much of it, from its beginning, as can belong to a token. */
  readonly part: string;
  readonly start: number;
  readonly end: number;
}

const MAX_PIECE = 80;
const KEY = 20;
const MAX_TOKEN = 400;

/**
 * Finds what was torn apart by spaces, line ends, or the signs of a list: a known token whose rest follows, pieces of one length that make
 * sense together, and neighbours that all look drawn by lot. `inner` finds what is private in a text that is whole.
 */
export function tornTexts(inner: Detector): Detector {
  return (text) => {
    const words = piecesOf(text, /\S+/g);
    const members = piecesOf(text, /[^\s"',()[\]{}<>]+/g);
    return [
      ...tornTokens(text, members),
      ...evenPieces(words, inner),
      ...evenPieces(members, inner),
      ...randomNeighbours(members),
    ];
  };
}

function piecesOf(text: string, pattern: RegExp): readonly Piece[] {
  return [...text.matchAll(pattern)].map(({ index, 0: piece }) => ({
    text: piece,
    part: /^[\w+/=-]*/.exec(piece)?.[0] ?? '',
    start: index,
    end: index + piece.length,
  }));
}

// The letters of "sk-ant-" and of the head of a JSON Web Token, with spaces anywhere between them.
const HEADS = [
  /(?<![A-Za-z0-9])s\s{0,4}k\s{0,4}-\s{0,4}a\s{0,4}n\s{0,4}t\s{0,4}-/gi,
  /(?<![A-Za-z0-9])e\s{0,4}y\s{0,4}J(?=\s{0,4}[A-Za-z0-9])/g,
];

function tornTokens(text: string, pieces: readonly Piece[]): readonly Span[] {
  return HEADS.flatMap((head) => {
    let first = 0;
    return [...text.matchAll(head)].flatMap(({ index, 0: found }): readonly Span[] => {
      while ((pieces[first]?.end ?? Infinity) <= index) first += 1;
      const headEnd = index + found.length;
      const end = endOfToken(pieces, first, headEnd);
      return end > headEnd ? [{ start: index, end, mark: '[secret]' }] : [];
    });
  });
}

/** Where the rest of a token ends: it goes on over gaps as long as what follows looks like a part of one. */
function endOfToken(pieces: readonly Piece[], first: number, headEnd: number): number {
  let end = headEnd;
  let before = '';
  for (let i = first; i < pieces.length; i += 1) {
    const piece = pieces[i];
    if (piece === undefined || piece.start > headEnd + MAX_TOKEN) break;
    if (piece.start >= headEnd && !goesOn(piece, before)) break;
    end = Math.max(end, piece.start + piece.part.length);
    before = piece.text;
  }
  return end;
}

function goesOn({ text, part }: Piece, before: string): boolean {
  if (part === '' || part.length < text.length - 2) return false;
  const isOfSameLength = text.length === before.length;
  return isOfSameLength || part.length >= KEY || /\d|[a-z][A-Z]|[_+/=]|^-|-$/.test(part);
}

const MIN_EVEN = 3;

function evenPieces(pieces: readonly Piece[], inner: Detector): readonly Span[] {
  const spans: Span[] = [];
  for (let first = 0; first < pieces.length;) {
    const size = pieces[first]?.text.length ?? 0;
    let next = first + 1;
    while (pieces[next]?.text.length === size) next += 1;
    if (next - first > 1 && size < MAX_PIECE)
      spans.push(
        ...together(pieces.slice(first, next), inner),
        ...together(withNeighbours(pieces, first, next), inner),
      );
    first = next;
  }
  return spans;
}

/** The pieces from `first` up to `next`, and as much of those beside them as may belong to the same text. */
function withNeighbours(pieces: readonly Piece[], first: number, next: number): readonly Piece[] {
  const even = pieces.slice(first, next);
  const size = even[0]?.text.length ?? 0;
  const [before, after] = [pieces[first - 1], pieces[next]];
  const tail = before !== undefined && before.text.length > size && { ...before, ...ending(before, size) };
  const head = after !== undefined && {
    ...after,
    text: after.text.slice(0, size),
    end: Math.min(after.end, after.start + size),
  };
  return [...(tail === false ? [] : [tail]), ...even, ...(head === false ? [] : [head])];
}

function ending({ text, end }: Piece, size: number): Pick<Piece, 'text' | 'start'> {
  return { text: text.slice(-size), start: end - size };
}

function together(pieces: readonly Piece[], inner: Detector): readonly Span[] {
  const whole = pieces.map(({ text }) => text).join('');
  const [found] = pieces.length < MIN_EVEN || whole.length < KEY / 2 ? [] : inner(whole);
  const start = pieces[0]?.start ?? 0;
  return found === undefined ? [] : [{ start, end: pieces.at(-1)?.end ?? start, mark: found.mark }];
}

const MIN_RANDOM_PIECE = 6;

function randomNeighbours(pieces: readonly Piece[]): readonly Span[] {
  const spans: Span[] = [];
  let group: Piece[] = [];
  const close = (): void => {
    const length = group.reduce((sum, { text }) => sum + text.length, 0);
    const [first] = group;
    const last = group.at(-1);
    if (group.length > 1 && length >= KEY && first !== undefined && last !== undefined)
      spans.push({ start: first.start, end: last.end, mark: '[secret]' });
    group = [];
  };
  for (const piece of pieces) {
    if (piece.text.length >= MIN_RANDOM_PIECE && /^[\w+/=-]+$/.test(piece.text) && isRandomPiece(piece.text))
      group.push(piece);
    else close();
  }
  close();
  return spans;
}

// Of a short piece it takes more than unusual letters: digits among them, or a change of case.
function isRandomPiece(piece: string): boolean {
  return /[A-Za-z]\d|\d[A-Za-z]|[a-z][A-Z]/.test(piece) && isRandom(piece);
}
