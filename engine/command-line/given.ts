/** What was given to a command, already held against its table. */
export interface Given {
  readonly operands: readonly string[];
  has(flag: string): boolean;
  /** The value of an option; absent where it was not given. */
  value(option: string): string | undefined;
  /** All values of an option that may be given more than once. */
  values(option: string): readonly string[];
}

/** Something that the user should have written otherwise. */
export class UsageError extends Error {}

/** Something that could not be done, though it was asked for rightly. */
export class Unavailable extends Error {}
