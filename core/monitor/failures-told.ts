import type { Announcement, Around, Failure, SeenTarget } from './announcement.ts';
import { byUrl, changed, freeSlot, isStillSo, type Trouble, type Troubles } from './trouble.ts';

/** The last notification of a failure. Times are epoch milliseconds. */
export interface Lead {
  readonly slot: string;
  readonly at: number;
  /** When it was last told, with those that had joined it. */
  readonly toldAt: number;
}

/** What was told, and what is known to the user by that. */
export interface Telling {
  readonly troubles: Troubles;
  readonly announcements: readonly Announcement[];
  readonly lead?: Lead;
}

/** What fails or recovers within this time is one thing to the user. */
export const TOGETHER_MS = 10_000;
/** The first is told at once; those that join it are gathered for so long. */
export const GATHERING_MS = 1_000;
const MINUTE_MS = 60_000;

/** Tells what nobody has heard of yet: at once, and in one notification what comes together. */
export function announceFailures(troubles: Troubles, lead: Lead | undefined, { now, targets }: Around): Telling {
  if (troubles.size === 0) return { troubles, announcements: [] };
  const seen = byUrl(targets);
  const untold = [...troubles].filter(([url, each]) => each.toldAt === undefined && isStillSo(each, seen.get(url)));
  const current = lead !== undefined && isTold(troubles, lead) ? lead : undefined;
  const joins = ([, { at }]: readonly [string, Trouble]): boolean =>
    current !== undefined && isWithin(at, current.at, TOGETHER_MS);
  const joining = urlsOf(untold.filter(joins));
  const fresh = urlsOf(untold.filter((each) => !joins(each)));
  const isGathering = current !== undefined && fresh.length === 0 && isWithin(now, current.toldAt, GATHERING_MS - 1);
  const joined = isGathering ? still(troubles, current) : join(troubles, current, joining, now, seen);
  return fresh.length === 0 ? joined : begin(joined, fresh, now, seen);
}

function join(
  troubles: Troubles,
  lead: Lead | undefined,
  urls: readonly string[],
  now: number,
  seen: ReadonlyMap<string, SeenTarget>,
): Telling {
  if (lead === undefined || urls.length === 0) return still(troubles, lead);
  const next = changed(troubles, urls, (each) => ({ ...each, toldAt: now, slot: lead.slot }));
  return { troubles: next, announcements: [failed(next, lead.slot, seen, false)], lead: { ...lead, toldAt: now } };
}

function begin(
  { troubles, announcements }: Telling,
  urls: readonly string[],
  now: number,
  seen: ReadonlyMap<string, SeenTarget>,
): Telling {
  const slot = freeSlot(urls[0] ?? '', troubles);
  const next = changed(troubles, urls, (each) => ({ ...each, toldAt: now, slot }));
  const lead = { slot, at: now, toldAt: now };
  return { troubles: next, announcements: [...announcements, failed(next, slot, seen, false)], lead };
}

function still(troubles: Troubles, lead: Lead | undefined): Telling {
  return { troubles, announcements: [], ...(lead !== undefined && { lead }) };
}

/** Tells again what lasts, if the user wants that and its time has come. */
export function announceReminders(troubles: Troubles, { now, targets, settings }: Around): Omit<Telling, 'lead'> {
  const { reminders } = settings;
  if (reminders === 'off' || troubles.size === 0) return { troubles, announcements: [] };
  const seen = byUrl(targets);
  const isDue = ([url, each]: readonly [string, Trouble]): boolean =>
    canRemind(each, seen.get(url)) && Math.abs(now - (each.toldAt ?? now)) >= reminders * MINUTE_MS;
  let told: Omit<Telling, 'lead'> = { troubles, announcements: [] };
  for (const slot of new Set([...troubles].filter(isDue).map(([, each]) => each.slot))) {
    told = remind(told, slot, now, seen);
  }
  return told;
}

function remind(
  { troubles, announcements }: Omit<Telling, 'lead'>,
  slot: string | undefined,
  now: number,
  seen: ReadonlyMap<string, SeenTarget>,
): Omit<Telling, 'lead'> {
  const lasting = [...troubles].filter(([url, each]) => each.slot === slot && canRemind(each, seen.get(url)));
  const urls = urlsOf(lasting);
  const place = slot ?? freeSlot(urls[0] ?? '', troubles);
  const next = changed(troubles, urls, (each) => ({ ...each, toldAt: now, slot: place }));
  return { troubles: next, announcements: [...announcements, failed(next, place, seen, true)] };
}

function canRemind(trouble: Trouble, target: SeenTarget | undefined): boolean {
  return trouble.toldAt !== undefined && trouble.alert.type === 'incident-opened' && isStillSo(trouble, target);
}

function failed(
  troubles: Troubles,
  slot: string,
  seen: ReadonlyMap<string, SeenTarget>,
  isReminder: boolean,
): Announcement {
  const members = [...troubles].filter(([url, each]) => each.slot === slot && isStillSo(each, seen.get(url)));
  const failures = members.map(([url, { alert }]): Failure => ({ url, alert }));
  return { type: 'failed', slot, failures, isReminder };
}

function isTold(troubles: Troubles, { slot }: Lead): boolean {
  return [...troubles.values()].some((each) => each.slot === slot);
}

function urlsOf(entries: readonly (readonly [string, Trouble])[]): readonly string[] {
  return entries.map(([url]) => url);
}

/** Whether a moment is at most so long after another; a clock that was set back proves nothing. */
export function isWithin(moment: number, since: number, ms: number): boolean {
  return moment >= since && moment - since <= ms;
}
