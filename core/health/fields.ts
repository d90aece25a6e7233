import { plain } from '../plain.ts';

/** A JSON object, read by own keys only. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value as an object, or nothing: arrays and `null` are not objects here. */
export function fields(value: unknown): Fields | undefined {
  return isFields(value) ? value : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own property; what sits on a prototype was not sent by anybody. */
export function own(object: Fields, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** A non-empty text, made plain and bounded. */
export function text(object: Fields, key: string, max?: number): string | undefined {
  const value = own(object, key);
  if (typeof value !== 'string') return undefined;
  const clean = plain(value, max);
  return clean === '' ? undefined : clean;
}

/** A status word exactly as sent (no trimming, no case folding): only for comparing, never for showing. */
export function word(object: Fields, key = 'status'): string | undefined {
  const value = own(object, key);
  return typeof value === 'string' ? value : undefined;
}

export function flag(object: Fields, key: string): boolean | undefined {
  const value = own(object, key);
  return typeof value === 'boolean' ? value : undefined;
}

/** A count: a whole number from 0 to 2^53-1, and never -0, which JSON has and no reader expects. */
export function count(object: Fields, key: string): number | undefined {
  const value = own(object, key);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? Math.abs(value) : undefined;
}

/** A TCP port from 1 to 65535. */
export function port(object: Fields, key: string): number | undefined {
  const value = count(object, key);
  return value !== undefined && value >= 1 && value <= 65_535 ? value : undefined;
}

/** At most `max` plain texts of an array; other members are passed over. */
export function texts(object: Fields, key: string, max: number): readonly string[] {
  const value = own(object, key);
  if (!Array.isArray(value)) return [];
  return value
    .slice(0, max)
    .filter((member) => typeof member === 'string')
    .map((member) => plain(member))
    .filter((member) => member !== '');
}

type OptionalKey<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];

/** The same object, whose optional keys may also be `undefined`. */
type Telling<T> = Omit<T, OptionalKey<T>> & { readonly [K in OptionalKey<T>]?: T[K] | undefined };

/** Drops the keys whose value is `undefined`, so that what was not told is absent. */
export function told<T extends object>(value: Telling<T>): T {
  // The type says what the filter does, which the compiler cannot see.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as T;
}
