/** Where things stand in a JSON text; lines are counted from 1. */
export interface KeyLines {
  /** The lines of the keys of the outermost object; of a key that is there twice, the last, which is the one that counts. */
  readonly keys: ReadonlyMap<string, number>;
  /** Where the text stops being JSON. */
  readonly error?: number;
}

/** A part of a JSON text that is written in one go; `bad` is no such part. */
interface Token {
  readonly kind: '{' | '}' | '[' | ']' | ',' | ':' | 'text' | 'value' | 'end' | 'bad';
  readonly at: number;
  readonly end: number;
}

/** What may come next: `first`: a value or the end of the list; `key`: a key; `firstKey`: a key or the end of the object. */
type Expected = 'value' | 'first' | 'key' | 'firstKey' | 'colon' | 'next';

const SPACE = /[ \t\r\n]*/y;
const NUMBER_OR_WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const LINE_END = /\r\n|\n|\r/g;
const QUOTE = '"';

/** Finds the lines in a text, whether it is JSON or not. Takes time that grows with the length of the text, and no stack. */
export function keyLines(text: string): KeyLines {
  const keys = new Map<string, number>();
  const open: ('{' | '[')[] = [];
  const lineAt = lineCounter(text);
  let expected: Expected = 'value';
  for (let token = tokenAt(text, 0); ; token = tokenAt(text, token.end)) {
    if (token.kind === 'end' && expected === 'next' && open.length === 0) return { keys };
    if (expected.toLowerCase().endsWith('key') && token.kind === 'text' && open.length === 1)
      keys.set(textOf(text, token), lineAt(token.at));
    const next = following(expected, token.kind, open);
    if (next === undefined) return { keys, error: lineAt(token.at) };
    expected = next;
  }
}

/** What may follow a token, if it may stand here itself; keeps `open`, the objects and lists that have not ended. */
function following(expected: Expected, kind: Token['kind'], open: ('{' | '[')[]): Expected | undefined {
  if (expected === 'colon') return kind === ':' ? 'value' : undefined;
  if (expected === 'key' || expected === 'firstKey') {
    if (kind === 'text') return 'colon';
    return kind === '}' && expected === 'firstKey' ? close(open, '{') : undefined;
  }
  if (expected === 'next') return afterValue(kind, open);
  if (kind === 'text' || kind === 'value') return 'next';
  if (kind === ']' && expected === 'first') return close(open, '[');
  if (kind !== '{' && kind !== '[') return undefined;
  open.push(kind);
  return kind === '{' ? 'firstKey' : 'first';
}

function afterValue(kind: Token['kind'], open: ('{' | '[')[]): Expected | undefined {
  const around = open.at(-1);
  if (around === undefined) return undefined;
  if (kind === ',') return around === '{' ? 'key' : 'value';
  if (kind === '}') return close(open, '{');
  return kind === ']' ? close(open, '[') : undefined;
}

function close(open: ('{' | '[')[], kind: '{' | '['): Expected | undefined {
  return open.pop() === kind ? 'next' : undefined;
}

function tokenAt(text: string, from: number): Token {
  const at = endOf(SPACE, text, from) ?? from;
  switch (text[at]) {
    case undefined:
      return { kind: 'end', at, end: at };
    case '{':
    case '}':
    case '[':
    case ']':
    case ',':
    case ':':
      return { kind: mark(text[at]), at, end: at + 1 };
    case QUOTE:
      return quoted(text, at);
    default: {
      const end = endOf(NUMBER_OR_WORD, text, at);
      return end === undefined ? { kind: 'bad', at, end: at } : { kind: 'value', at, end };
    }
  }
}

function mark(character: string | undefined): Token['kind'] {
  const marks = ['{', '}', '[', ']', ',', ':'] as const;
  return marks.find((each) => each === character) ?? 'bad';
}

// Letter by letter, as a pattern that repeats could need more stack than there is.
function quoted(text: string, at: number): Token {
  let end = at + 1;
  while (end < text.length && text.charCodeAt(end) >= 0x20) {
    if (text[end] === QUOTE) return { kind: 'text', at, end: end + 1 };
    const after = text[end] === '\\' ? endOf(ESCAPE, text, end) : end + 1;
    if (after === undefined) break;
    end = after;
  }
  return { kind: 'bad', at: end, end };
}

function textOf(text: string, { at, end }: Token): string {
  return String(JSON.parse(text.slice(at, end)));
}

function endOf(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

// Asked for places that only ever grow.
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let counted = 0;
  return (at) => {
    LINE_END.lastIndex = counted;
    for (let found = LINE_END.exec(text); found !== null && found.index < at; found = LINE_END.exec(text)) {
      line += 1;
      counted = found.index + found[0].length;
    }
    return line;
  };
}
