import type { Announcement, Around, SeenTarget } from './announcement.ts';
import { loginEnd } from './around.ts';

/** What was told of the end of a login. */
export interface LoginTold {
  /** Epoch milliseconds. */
  readonly endsAt: number;
  readonly isToday: boolean;
  readonly isShown: boolean;
}

const SLOT = 'login';
const DAY_MS = 24 * 3_600_000;

/**
 * Tells the end of a login once when it is near, and once more on its last day. In silence nothing is told, and nothing
 * lost; who is watching sees it.
 */
export function announceLogin(
  told: LoginTold | undefined,
  { targets, now, isWatched }: Around,
  isSilent: boolean,
): { readonly login: LoginTold | undefined; readonly announcements: readonly Announcement[] } {
  const end = nearestEnd(targets);
  if (end === undefined) return isRenewed(told, targets) ? takeBack(told) : { login: told, announcements: [] };
  const isToday = end.at - now <= DAY_MS;
  const isKnown = told !== undefined && isSame(told.endsAt, end.at) && (told.isToday || !isToday);
  if (isKnown || (isSilent && !isWatched)) return { login: told, announcements: [] };
  const login = { endsAt: end.at, isToday, isShown: !isWatched };
  return { login, announcements: isWatched ? [] : [{ type: 'login-ends', slot: SLOT, url: end.url, isToday }] };
}

function takeBack(told: LoginTold): ReturnType<typeof announceLogin> {
  return { login: { ...told, isShown: false }, announcements: [{ type: 'withdrawn', slot: SLOT }] };
}

function nearestEnd(targets: readonly SeenTarget[]): { readonly url: string; readonly at: number } | undefined {
  let nearest: { readonly url: string; readonly at: number } | undefined;
  for (const target of targets) {
    const at = target.light === 'paused' ? undefined : loginEnd(target);
    if (at !== undefined && (nearest === undefined || at < nearest.at)) nearest = { url: target.url, at };
  }
  return nearest;
}

// A proxy that fails shows nothing of the login: only one that is well proves that it no longer ends.
function isRenewed(told: LoginTold | undefined, targets: readonly SeenTarget[]): told is LoginTold {
  return told?.isShown === true && targets.some(({ light, confirmed }) => light === 'healthy' && confirmed);
}

// A login that was renewed ends days later; anything closer is the same one, told a little differently.
function isSame(told: number, endsAt: number): boolean {
  return Math.abs(told - endsAt) < DAY_MS;
}
