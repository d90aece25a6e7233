import type { Around } from './announcement.ts';
import type { Announced } from './announcing.ts';
import { GATHERING_MS, TOGETHER_MS, type Lead } from './failures-told.ts';
import { silenceOf } from './silence.ts';
import { byUrl, isStillSo, type Trouble } from './trouble.ts';

const MINUTE_MS = 60_000;

/**
 * In how many milliseconds something may be due although nothing happens, at most a minute: the wall clock may be set
 * meanwhile. Nothing, if nothing is held back.
 */
export function announcingDueIn({ troubles, lead }: Announced, around: Around): number | undefined {
  const silence = silenceOf(around);
  if (silence === 'rest' || troubles.size === 0) return undefined;
  const seen = byUrl(around.targets);
  const moments = [...troubles].flatMap(
    ([url, each]) => dueAt(each, isStillSo(each, seen.get(url)), lead, around.settings.reminders) ?? [],
  );
  if (moments.length === 0) return undefined;
  const soonest = moments.reduce((a, b) => Math.min(a, b)) - around.now;
  return silence === undefined ? Math.min(Math.max(soonest, 0), MINUTE_MS) : MINUTE_MS;
}

function dueAt(
  { alert, toldAt, over }: Trouble,
  isSo: boolean,
  lead: Lead | undefined,
  reminders: Around['settings']['reminders'],
): number | undefined {
  if (over !== undefined) return over.at + TOGETHER_MS;
  if (!isSo) return undefined;
  if (toldAt === undefined) return (lead?.toldAt ?? 0) + GATHERING_MS;
  return reminders === 'off' || alert.type === 'flapping-started' ? undefined : toldAt + reminders * MINUTE_MS;
}
