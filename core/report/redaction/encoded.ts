import { fromBase32, fromBase64, fromHex, readable } from './bytes.ts';
import type { Detector, Span } from './span.ts';

/** Whether a text, once decoded, holds anything private. */
export type IsPrivate = (decoded: string) => boolean;

const RUN = /[A-Za-z0-9+/_-]{6,8192}={0,6}/g;
const HEX = /^(?:[0-9A-Fa-f]{2}){3,}$/;
const BASE64 = /^[A-Za-z0-9+/]{6,}$|^[A-Za-z0-9_-]{6,}$/;
const BASE32 = /^(?:[A-Z2-7]{8,}|[a-z2-7]{8,})$/;

/** Finds base64, base32 and hexadecimal that hold something private, and lists of codes of characters that do. */
export function encodedTexts(isPrivate: IsPrivate): Detector {
  return (text) => [
    ...[...text.matchAll(RUN)].flatMap((run) => inRun(run[0], run.index, isPrivate)),
    ...LISTS.flatMap((list) => inList(text, list, isPrivate)),
  ];
}

function inRun(run: string, offset: number, isPrivate: IsPrivate): readonly Span[] {
  if (holds(run, isPrivate)) return [{ start: offset, end: offset + run.length, mark: '[secret]' }];
  // Its parts may be texts of their own: in a path, behind a prefix.
  const parts = [...run.matchAll(/[A-Za-z0-9+]{6,}={0,6}|[A-Za-z0-9]{6,}/g)].filter(([part]) => part !== run);
  return parts
    .filter(([part]) => holds(part, isPrivate))
    .map(({ index, 0: part }) => ({ start: offset + index, end: offset + index + part.length, mark: '[secret]' }));
}

function holds(run: string, isPrivate: IsPrivate): boolean {
  const body = run.replace(/=+$/, '').replace(/^0x(?=(?:[0-9A-Fa-f]{2})+$)/, '');
  const ways = [
    HEX.test(body) ? readable(fromHex(body)) : undefined,
    BASE64.test(body) ? readable(fromBase64(body)) : undefined,
    BASE32.test(body) ? readable(fromBase32(body)) : undefined,
  ];
  return ways.some((decoded) => decoded !== undefined && isPrivate(decoded));
}

interface List {
  readonly pattern: RegExp;
  readonly codes: (list: string) => readonly number[];
}

const inBase =
  (digits: RegExp, base: number) =>
  (list: string): readonly number[] =>
    (list.match(digits) ?? []).map((code) => Number.parseInt(code, base));

// "73 6b 2d", "73:6B:2D", "0x73, 0x6b", "[115, 107, 45]", "01110011 01101011": how buffers are printed.
const LISTS: readonly List[] = [
  {
    pattern: /(?<![0-9a-f])(?:(?:0x)?[0-9a-f]{2}[ :,-]{1,2}){3,}(?:0x)?[0-9a-f]{2}(?![0-9a-f])/gi,
    codes: inBase(/[0-9a-f]{2}(?!x)/gi, 16),
  },
  { pattern: /(?<!\d)(?:\d{2,3}[ ,;]{1,3}){3,}\d{2,3}(?!\d)/g, codes: inBase(/\d+/g, 10) },
  { pattern: /(?<!\d)(?:[01]{8}[ ,]?){4,}(?!\d)/g, codes: inBase(/[01]{8}/g, 2) },
];

function inList(text: string, { pattern, codes }: List, isPrivate: IsPrivate): readonly Span[] {
  return [...text.matchAll(pattern)]
    .filter(([list]) => isPrivate(codes(list).map(lettered).join('')))
    .map(({ index, 0: list }) => ({ start: index, end: index + list.length, mark: '[secret]' }));
}

// What is no letter may be a word before the list that looks like one of its codes ("be 73 6b 2d").
function lettered(code: number): string {
  return code > 0x1f && code < 0x7f ? String.fromCharCode(code) : ' ';
}
