import type { Around, SeenTarget } from './announcement.ts';

const MINUTE_MS = 60_000;

/**
 * Whether what is so differs in anything that decides about announcements, or a minute has passed. Most snapshots differ
 * in nothing but how long an answer took, and with many targets they come many times a second.
 */
export function isNews(before: Around | undefined, now: Around): boolean {
  return (
    before === undefined ||
    Math.floor(before.now / MINUTE_MS) !== Math.floor(now.now / MINUTE_MS) ||
    before.isWatched !== now.isWatched ||
    before.settings !== now.settings ||
    before.snoozed !== now.snoozed ||
    before.targets.length !== now.targets.length ||
    now.targets.some((target, i) => differs(before.targets[i], target))
  );
}

function differs(before: SeenTarget | undefined, target: SeenTarget): boolean {
  if (before === target) return false;
  return (
    before?.url !== target.url ||
    before.light !== target.light ||
    before.confirmed !== target.confirmed ||
    before.incident !== target.incident ||
    before.lastIncident !== target.lastIncident ||
    loginEnd(before) !== loginEnd(target)
  );
}

/** When the login behind a target ends, in epoch milliseconds, if that is soon. */
export function loginEnd({ findings }: SeenTarget): number | undefined {
  return findings.find(({ id }) => id === 'sign-in-expires-soon')?.evidence.at;
}
