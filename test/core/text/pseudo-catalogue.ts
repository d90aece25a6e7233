import type { Catalogue } from '../../../core/text/catalogue.ts';
import { english } from '../../../core/text/english.ts';
import { pseudoText } from './pseudo-text.ts';

/** Values that are no words: names, signs of units, and what is made of them. */
const AS_THEY_ARE: ReadonlySet<string> = new Set(['locale', 'direction', 'units', 'unit', 'milliseconds']);

/** A language that nobody speaks, made of English: a language of the tests, not of the product. */
export const pseudo: Catalogue = { ...english, ...Object(pseudoOf(english)), locale: 'en' };

/** The same, as if it were written from right to left. */
export const pseudoRtl: Catalogue = { ...pseudo, direction: 'rtl' };

function pseudoOf(value: unknown): unknown {
  if (typeof value === 'string') return pseudoText(value);
  if (typeof value === 'function') return (...given: readonly unknown[]) => pseudoSaid(value, given);
  if (Array.isArray(value)) return value.map(pseudoOf);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, AS_THEY_ARE.has(key) ? inner : pseudoOf(inner)]),
  );
}

// What was given to a sentence (an address, a path, a number) is not translated by anybody.
// oxlint-disable-next-line typescript/no-unsafe-function-type -- whatever a catalogue holds
function pseudoSaid(sentence: Function, given: readonly unknown[]): unknown {
  const said: unknown = Reflect.apply(sentence, undefined, given);
  return typeof said === 'string' ? pseudoText(said, stringsIn(given)) : pseudoOf(said);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
