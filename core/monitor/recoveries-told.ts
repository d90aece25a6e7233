import type { Announcement, Recovery } from './announcement.ts';
import { isWithin, TOGETHER_MS, type Telling } from './failures-told.ts';
import { freeSlot, without, type Trouble, type Troubles } from './trouble.ts';

/** Tells what is over: at once where it was told alone; else when all are over, or the others take too long. */
export function announceRecoveries(troubles: Troubles, now: number): Omit<Telling, 'lead'> {
  let told: Omit<Telling, 'lead'> = { troubles, announcements: [] };
  const slots = new Set([...troubles.values()].filter(({ over }) => over !== undefined).map(({ slot }) => slot));
  for (const slot of slots) told = tellOf(told, slot, now);
  return told;
}

function tellOf(
  { troubles, announcements }: Omit<Telling, 'lead'>,
  slot: string | undefined,
  now: number,
): Omit<Telling, 'lead'> {
  const members = [...troubles].filter(([, each]) => each.slot === slot);
  const recoveries = members.flatMap(([url, each]) => recoveryOf(url, each));
  // Those without a notification of their own were seen in the popup, each by itself.
  const failing = slot === undefined ? [] : members.filter(([, { over }]) => over === undefined);
  if (failing.length > 0 && members.every(([, each]) => isRecent(each, now))) return { troubles, announcements };
  const told: Announcement = {
    type: 'recovered',
    slot: slot ?? freeSlot(recoveries[0]?.url ?? '', troubles),
    recoveries,
    stillFailing: failing.map(([url]) => url),
  };
  const left = without(troubles, (_url, each) => each.slot === slot && each.over !== undefined);
  return { troubles: left, announcements: [...announcements, told] };
}

function recoveryOf(url: string, { over }: Trouble): readonly Recovery[] {
  return over === undefined ? [] : [{ url, incident: over.incident }];
}

function isRecent({ over }: Trouble, now: number): boolean {
  return over === undefined || isWithin(now, over.at, TOGETHER_MS - 1);
}
