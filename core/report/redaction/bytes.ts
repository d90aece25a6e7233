const REPLACEMENT = '\uFFFD';

/** Bytes as UTF-8 text. What is no UTF-8 becomes U+FFFD, as the standard decoders have it. */
export function utf8(bytes: readonly number[]): string {
  let text = '';
  for (let i = 0; i < bytes.length;) {
    const length = sequenceLength(bytes[i] ?? 0);
    const point = length === 0 ? undefined : codePoint(bytes.slice(i, i + length), length);
    text += point === undefined ? REPLACEMENT : String.fromCodePoint(point);
    i += point === undefined ? 1 : length;
  }
  return text;
}

function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

function codePoint(bytes: readonly number[], length: number): number | undefined {
  const [first = 0, ...rest] = bytes;
  if (length === 1) return first;
  if (rest.length !== length - 1 || rest.some((byte) => byte >> 6 !== 2)) return undefined;
  const point = rest.reduce((value, byte) => (value << 6) | (byte & 0x3f), first & (0x7f >> length));
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return isSurrogate || point > 0x10ffff ? undefined : point;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES: ReadonlyMap<string, number> = new Map([
  ...Array.from(ALPHABET, (letter, value): [string, number] => [letter, value]),
  ['-', 62],
  ['_', 63],
]);

/** The bytes of base64 in either alphabet, without its padding; a last lone character is left out. */
export function fromBase64(text: string): readonly number[] {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const letter of text) {
    bits = ((bits << 6) | (VALUES.get(letter) ?? 0)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes.push((bits >> count) & 0xff);
  }
  return bytes;
}

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The bytes of base32 (RFC 4648), without its padding. */
export function fromBase32(text: string): readonly number[] {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const letter of text.toUpperCase()) {
    bits = ((bits << 5) | Math.max(0, BASE32.indexOf(letter))) & 0xffff;
    count += 5;
    if (count < 8) continue;
    count -= 8;
    bytes.push((bits >> count) & 0xff);
  }
  return bytes;
}

/** The bytes of an even number of hexadecimal digits. */
export function fromHex(digits: string): readonly number[] {
  return Array.from({ length: digits.length >> 1 }, (_, i) => Number.parseInt(digits.slice(i * 2, i * 2 + 2), 16));
}

const UNREADABLE = /[^\P{C}\t\n\r]|\uFFFD/u;

/** Bytes as text, if they are one that people could read; UTF-16 of Latin letters too. */
export function readable(bytes: readonly number[]): string | undefined {
  const wide = bytes.length > 3 && bytes.every((byte, i) => i % 2 === 0 || byte === 0);
  const text = utf8(wide ? bytes.filter((_, i) => i % 2 === 0) : bytes);
  return text === '' || UNREADABLE.test(text) ? undefined : text;
}
