import { dateable } from '../moment.ts';
import { MAX_TEXT, plain } from '../plain.ts';
import type { Redact } from './redact.ts';
import { isHarmlessHost } from './redaction/hosts.ts';

/** How much of everything a report has. Texts in characters, everything else in pieces. */
export interface Limits {
  readonly targets: number;
  /** Of all targets together. */
  readonly components: number;
  readonly findings: number;
  readonly list: number;
  readonly text: number;
}

/** Makes texts from outside fit for a report: without what is private, plain, on one line, and short. */
export interface Sayer {
  readonly limits: Limits;
  readonly text: (text: string) => string;
  readonly texts: (texts: readonly string[]) => readonly string[];
}

/** `say` gives the whole text, which is cut here. */
export function sayer(say: (raw: string) => string, limits: Limits): Sayer {
  const text = (raw: string): string => cut(say(raw), limits.text);
  return { limits, text, texts: (raw) => raw.slice(0, limits.list).map(text) };
}

// A grapheme may be long: the length in code units is bounded as well.
function cut(text: string, max: number): string {
  return text.length <= max ? text : plain(text.slice(0, max * 2), max);
}

/** Redacts a text, and then makes it plain and short. Asked again for the same, it remembers. */
export function plainly(redact: Redact): (raw: string) => string {
  const known = new Map<string, string>();
  return (raw) => {
    const text = known.get(raw) ?? (isTorn(raw) ? LEFT_OUT : plain(redact(raw)));
    known.set(raw, text);
    return text;
  };
}

const LEFT_OUT = '[left out]';

// A name that was cut when it was read may end in the middle of something private, where no pattern finds it. Of a longer
// text, only its last word could.
function isTorn(raw: string): boolean {
  return raw.length < MAX_TEXT && raw.endsWith('…');
}

/** A host's name, if it is this computer's. A name without dots gives nothing away that a pattern could find. */
export function hostTold(host: string): string {
  return isHarmlessHost(host) ? host : '[host]';
}

/** A moment in epoch milliseconds in UTC, the same on every computer. */
export function momentTold(at: number): string {
  return new Date(dateable(at)).toISOString();
}

/** The day of a moment. When a login ends to the second would tell one account from others. */
export function dayTold(at: number): string {
  return momentTold(at).replace(/T.*$/, '');
}
