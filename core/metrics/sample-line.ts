import type { Labels } from './labels.ts';
import { readNumber } from './number-word.ts';

/** One series and its value at the moment of the page. */
export interface Sample {
  readonly name: string;
  readonly labels: Labels;
  readonly value: number;
}

/** Reads the line between two places of a page: its sample; nothing where nobody wants samples of that name. */
export type LineReader = (start: number, end: number) => Sample | 'malformed' | undefined;

/** What is longer is no name, no value and no set of labels that anybody would look at. */
const MAX_NAME = 200;
const MAX_LABEL_VALUE = 1_024;
const MAX_LABELS = 32;

const TAB = 0x09;
const RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const HASH = 0x23;
const COMMA = 0x2c;
const EQUALS = 0x3d;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

const NO_LABELS: Labels = [];
const IN_NAMES = new Uint8Array(128);
for (const character of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_:0123456789') {
  IN_NAMES[character.charCodeAt(0)] = 1;
}

/**
 * Reads sample lines of a page. Understands Prometheus text 0.0.4 and 1.0.0 (with names in quotes) and OpenMetrics 1.0
 * alike: blanks between tokens, escapes (`\\`, `\"`, `\n`), a comma before the closing brace, a timestamp, an exemplar. Time
 * and exemplar must be well-formed, and are passed over. `wants` chooses by name.
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-details
 * @see https://github.com/prometheus/OpenMetrics/blob/v1.0.0/specification/OpenMetrics.md#overall-structure
 */
export function lineReader(text: string, wants: (name: string) => boolean): LineReader {
  let at = 0;
  let end = 0;
  let lastName = '';
  let quotedName: string | undefined;

  const code = (): number => (at < end ? text.charCodeAt(at) : -1);

  function skipBlanks(): number {
    let next = code();
    while (next === SPACE || next === TAB || next === RETURN) {
      at += 1;
      next = code();
    }
    return next;
  }

  /** A name without quotes, most likely the one before; empty where there is none. */
  function bareName(likely: string): string {
    const start = at;
    const isLikely = text.startsWith(likely, at);
    if (isLikely) at += likely.length;
    while (at < end && IN_NAMES[text.charCodeAt(at)] === 1) at += 1;
    if (isLikely && at - start === likely.length) return likely;
    return at - start > MAX_NAME || isDigit(text.charCodeAt(start)) ? '' : text.slice(start, at);
  }

  /** The text between quotes, unescaped. */
  function quoted(max: number): string | undefined {
    const start = at + 1;
    let close = text.indexOf('"', start);
    while (close !== -1 && isEscaped(text, start, close)) close = text.indexOf('"', close + 1);
    if (close === -1 || close >= end || close - start > max) return undefined;
    at = close + 1;
    const raw = text.slice(start, close);
    return raw.includes('\\') ? unescaped(raw) : raw;
  }

  // `isNameInside`: the first thing between the braces is the name of the metric, in quotes.
  function readLabels(isNameInside: boolean): Labels | undefined {
    const labels: string[] = [];
    at += 1;
    for (let next = skipBlanks(); next !== CLOSE; next = skipBlanks()) {
      const name = next === QUOTE ? quoted(MAX_NAME) : bareName('');
      if (name === undefined || name === '') return undefined;
      if (skipBlanks() === EQUALS) {
        at += 1;
        const value = skipBlanks() === QUOTE ? quoted(MAX_LABEL_VALUE) : undefined;
        if (value === undefined || labels.length >= 2 * MAX_LABELS) return undefined;
        labels.push(name, value);
      } else if (isNameInside && quotedName === undefined) quotedName = name;
      else return undefined;
      const after = skipBlanks();
      if (after === COMMA) at += 1;
      else if (after !== CLOSE) return undefined;
    }
    at += 1;
    return labels;
  }

  function number(): number | undefined {
    skipBlanks();
    const start = at;
    while (at < end && text.charCodeAt(at) > SPACE) at += 1;
    return start === at ? undefined : readNumber(text.slice(start, at));
  }

  // After the value: nothing, a time, an exemplar, or both.
  function endsWell(): boolean {
    let next = skipBlanks();
    if (next !== -1 && next !== HASH && number() === undefined) return false;
    next = skipBlanks();
    if (next !== HASH) return next === -1;
    at += 1;
    if (skipBlanks() !== OPEN || readLabels(false) === undefined || number() === undefined) return false;
    return skipBlanks() === -1 || (number() !== undefined && skipBlanks() === -1);
  }

  return (from, to) => {
    at = from;
    end = to;
    quotedName = undefined;
    skipBlanks();
    const bare = bareName(lastName);
    lastName = bare;
    if (bare !== '' && !wants(bare)) return undefined;
    const labels = skipBlanks() === OPEN ? readLabels(bare === '') : NO_LABELS;
    const name = bare === '' ? quotedName : bare;
    if (labels === undefined || name === undefined) return 'malformed';
    if (bare === '' && !wants(name)) return undefined;
    const value = number();
    return value === undefined || !endsWell() ? 'malformed' : { name, labels, value };
  };
}

/** Whether an odd number of backslashes stands before a place. */
function isEscaped(text: string, start: number, place: number): boolean {
  let before = place;
  while (before > start && text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
  return (place - before) % 2 === 1;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

// Other escapes than the three stay as they are, as Prometheus reads them.
function unescaped(raw: string): string {
  return raw.replaceAll(/\\([\\"n])/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
}
