import type { Snapshot } from '../core/snapshot.ts';

/** What of a snapshot others contribute. */
export type Noted = Pick<Snapshot, 'snoozed' | 'found' | 'noTray' | 'historyTrouble'>;

/** Something of it anew; `undefined` takes it away. */
export type News = { readonly [Name in keyof Noted]?: Noted[Name] | undefined };

/** What is known with the news. */
export function noted(before: Noted, news: News): Noted {
  const { snoozed, found, noTray, historyTrouble } = { ...before, ...news };
  return {
    ...(snoozed !== undefined && { snoozed }),
    ...(found !== undefined && { found }),
    ...(noTray !== undefined && { noTray }),
    ...(historyTrouble !== undefined && { historyTrouble }),
  };
}
