import type { Alert } from './alerts.ts';
import type { Around, SeenTarget, TroubleAlert } from './announcement.ts';
import type { Incident } from './incident.ts';

/** What is wrong with one target, and what the user knows of it. Times are epoch milliseconds. */
export interface Trouble {
  readonly alert: TroubleAlert;
  /** When it was confirmed. */
  readonly at: number;
  /** When the user last heard of it, or saw it; absent: not yet. */
  readonly toldAt?: number;
  /** The notification in which it was told. */
  readonly slot?: string;
  /** It is over, and waits for those that were told with it. */
  readonly over?: { readonly incident: Incident; readonly at: number };
}

/** All troubles, by the addresses of the targets: their ids change when one before them is removed. */
export type Troubles = ReadonlyMap<string, Trouble>;

/** The troubles after an alert. One that nobody was told of ends without a word. */
export function afterAlert(troubles: Troubles, url: string, alert: Alert, now: number): Troubles {
  const before = troubles.get(url);
  if (alert.type === 'incident-closed') {
    if (before?.toldAt === undefined) return without(troubles, (each) => each === url);
    return new Map(troubles).set(url, { ...before, over: { incident: alert.incident, at: now } });
  }
  return new Map(troubles).set(url, begun(before, alert, now));
}

// Watches that begin anew, after a change of the settings, find the same failure a second time.
function begun(before: Trouble | undefined, alert: TroubleAlert, now: number): Trouble {
  if (before === undefined || before.alert.type !== alert.type) return { alert, at: now };
  const { over: _over, ...lasting } = before;
  return lasting;
}

/** The troubles of those that are still watched. */
export function stillWatched(troubles: Troubles, { targets }: Pick<Around, 'targets'>): Troubles {
  if (troubles.size === 0) return troubles;
  const seen = byUrl(targets);
  return without(troubles, (url) => isUnwatched(seen.get(url)));
}

/** Whether a trouble is a fact at this moment: an alert may be late, by up to an hour. */
export function isStillSo({ alert, over }: Trouble, target: SeenTarget | undefined): boolean {
  return over === undefined && (alert.type === 'flapping-started' || target?.incident !== undefined);
}

/** The targets by their addresses. */
export function byUrl(targets: readonly SeenTarget[]): ReadonlyMap<string, SeenTarget> {
  return new Map(targets.map((target) => [target.url, target]));
}

/** As if nobody had heard of any: for when they all are to be told anew. */
export function forgotten(troubles: Troubles): Troubles {
  const lasting = [...troubles].filter(([, { over }]) => over === undefined);
  return new Map(lasting.map(([url, { alert, at }]) => [url, { alert, at }]));
}

/** Without those that are over. */
export function ongoing(troubles: Troubles): Troubles {
  return without(troubles, (_url, { over }) => over !== undefined);
}

/** The same map, if there is nothing to leave out. */
export function without(troubles: Troubles, isOut: (url: string, trouble: Trouble) => boolean): Troubles {
  const kept = [...troubles].filter(([url, trouble]) => !isOut(url, trouble));
  return kept.length === troubles.size ? troubles : new Map(kept);
}

/** The troubles with a change of some of them. */
export function changed(troubles: Troubles, urls: readonly string[], change: (trouble: Trouble) => Trouble): Troubles {
  const next = new Map(troubles);
  for (const url of urls) {
    const trouble = troubles.get(url);
    if (trouble !== undefined) next.set(url, change(trouble));
  }
  return next;
}

/** A slot for a trouble that has none: the address, unless others are told there. */
export function freeSlot(url: string, troubles: Troubles): string {
  const taken = new Set([...troubles].map(([, { slot }]) => slot));
  let slot = url;
  for (let i = 2; taken.has(slot); i += 1) slot = `${url} ${i}`;
  return slot;
}

// A watch that began anew and is well knows of no incident that could end.
function isUnwatched(target: SeenTarget | undefined): boolean {
  if (target === undefined || target.light === 'paused') return true;
  const { light, confirmed, incident, lastIncident } = target;
  return light === 'healthy' && confirmed && incident === undefined && lastIncident === undefined;
}
