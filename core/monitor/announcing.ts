import type { Alert } from './alerts.ts';
import type { Announcement, Around } from './announcement.ts';
import { announceFailures, announceReminders, type Lead } from './failures-told.ts';
import { announceLogin, type LoginTold } from './login-end.ts';
import { announceRecoveries } from './recoveries-told.ts';
import { silenceOf, type Silence } from './silence.ts';
import { afterAlert, byUrl, changed, forgotten, isStillSo, ongoing, stillWatched, type Troubles } from './trouble.ts';

/** All that is remembered of what was announced. */
export interface Announced {
  readonly troubles: Troubles;
  /** The notification that failures soon after it join. */
  readonly lead?: Lead;
  readonly login?: LoginTold;
}

export const NOTHING_ANNOUNCED: Announced = { troubles: new Map() };

/**
 * What happened. `looked`: anything may be different, or nothing: time has passed, the settings or the snooze have
 * changed, the popup has opened. `clicked`: the user has answered a notification.
 */
export type AnnouncingEvent =
  | { readonly type: 'alert'; readonly url: string; readonly alert: Alert }
  | { readonly type: 'looked' }
  | { readonly type: 'clicked'; readonly slot: string };

export interface Announcing {
  readonly state: Announced;
  readonly announcements: readonly Announcement[];
}

/**
 * Decides what is announced: each failure once, its end only if the failure was told, several together in one
 * notification. While notifications are switched off or snoozed nothing is told, and what is still so afterwards is told
 * anew; in quiet hours what begins is held back until they end, if it is still so then. Pure and total.
 */
export function announce(before: Announced, event: AnnouncingEvent, around: Around): Announcing {
  const known = stillWatched(afterEvent(before.troubles, event, around.now), around);
  const silence = silenceOf(around);
  const { login, announcements } = announceLogin(before.login, around, silence !== undefined);
  const told =
    silence === undefined ? spoken({ ...before, troubles: known }, around) : unspoken(known, silence, around);
  const taken = takenBack(before.troubles, told);
  const state = { ...told.state, ...(login !== undefined && { login }) };
  return { state, announcements: [...taken, ...told.announcements, ...announcements] };
}

function afterEvent(troubles: Troubles, event: AnnouncingEvent, now: number): Troubles {
  switch (event.type) {
    case 'alert':
      return afterAlert(troubles, event.url, event.alert, now);
    case 'clicked':
      return changed(troubles, slotted(troubles, event.slot), (each) => ({ ...each, toldAt: now }));
    case 'looked':
      return troubles;
  }
}

function slotted(troubles: Troubles, slot: string): readonly string[] {
  return [...troubles].filter(([, each]) => each.slot === slot).map(([url]) => url);
}

function spoken({ troubles, lead }: Announced, around: Around): Announcing {
  const recoveries = announceRecoveries(troubles, around.now);
  const failures = announceFailures(recoveries.troubles, lead, around);
  const reminders = announceReminders(failures.troubles, around);
  return {
    state: { troubles: reminders.troubles, ...(failures.lead !== undefined && { lead: failures.lead }) },
    announcements: [...recoveries.announcements, ...failures.announcements, ...reminders.announcements],
  };
}

function unspoken(troubles: Troubles, silence: Silence, { now, targets }: Around): Announcing {
  const lasting = silence === 'rest' ? forgotten(troubles) : ongoing(troubles);
  if (silence !== 'watched' || lasting.size === 0) return { state: { troubles: lasting }, announcements: [] };
  const seen = byUrl(targets);
  const visible = [...lasting].filter(([url, each]) => isStillSo(each, seen.get(url))).map(([url]) => url);
  // It is before the user's eyes, so reminders count from here.
  return { state: { troubles: changed(lasting, visible, (each) => ({ ...each, toldAt: now })) }, announcements: [] };
}

// What stood in a slot and was neither told anew nor lasts is no longer so.
function takenBack(before: Troubles, { state, announcements }: Announcing): readonly Announcement[] {
  const standing = new Set([...state.troubles.values()].map(({ slot }) => slot));
  const told = new Set(announcements.map(({ slot }) => slot));
  const slots = new Set([...before.values()].map(({ slot }) => slot));
  return [...slots].flatMap((slot): readonly Announcement[] =>
    slot === undefined || standing.has(slot) || told.has(slot) ? [] : [{ type: 'withdrawn', slot }],
  );
}
