/** The words of notifications that tell of several proxies at once, or tell something again. */
export interface NotificationWords {
  /** `count` is at least 2. */
  readonly severalFail: (count: number) => string;
  /** `count` is at least 2. */
  readonly severalRecovered: (count: number) => string;
  /** A list in one line: some names, and how many more there are; `others` may be 0. */
  readonly list: (names: readonly string[], others: number) => string;
  /** A whole sentence: which of those that failed together fail on. */
  readonly stillFailing: (list: string) => string;
  /** A whole sentence: how long a failure that was told before lasts by now, such as "2 h 15 min". */
  readonly still: (duration: string) => string;
  /** The title for a login that ends within the next 24 hours. */
  readonly loginEndsToday: string;
}
