import type { Body } from './body.ts';
import type { Health } from './light.ts';
import type { DialectId, Report } from './report.ts';

/** The status words that a dialect defines, compared exactly. A word that is not here means nothing. */
export type StatusWords = ReadonlyMap<string, Health>;

/** A family of health bodies that real proxies speak. */
export interface Dialect {
  readonly id: DialectId;
  /** What its overall status words mean. A greeting has none. */
  readonly words: StatusWords;
  /** True when the body positively belongs to this family. Never throws, whatever was sent. */
  recognise(body: Body): boolean;
  /** Reads a recognised body. */
  read(body: Body): Report;
}

/** What a status word says in a dialect; an unknown or missing word says `unknown`. */
export function meaning(words: StatusWords, word: string | undefined): Health {
  return (word === undefined ? undefined : words.get(word)) ?? 'unknown';
}
