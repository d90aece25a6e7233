import type { LocalSight, PortOwner } from '../core/sight/local-sight.ts';
import { onPort } from './targets.ts';
import type { WatchState } from '../core/monitor/watch-state.ts';
import { asksForOwner } from '../core/target-view.ts';
import type { Clock } from './clock.ts';

/** The ways to look at this computer. None rejects; each is bounded by itself. */
export interface Surveyor {
  look(): Promise<LocalSight>;
  portOwner(url: string): Promise<PortOwner>;
}

/** What is known of this computer, looked up when it is wanted and not too often. */
export interface Surroundings {
  /** What was seen; with an address, also whether the program there uses this user's login. */
  sight(url?: string): LocalSight | undefined;
  /** Who holds the port of an address; nothing until it was looked up. */
  owner(url: string): PortOwner | undefined;
  /** Whether something is looked up for the first time that may change what is told of an address. */
  isLooking(url: string): boolean;
  /** Looks again, unless what is known is younger than so many milliseconds; by default a moment. */
  refresh(maxAgeMs?: number): void;
  /** Looks at what the state of the target at an address leaves in doubt. */
  follow(url: string, state: WatchState): void;
  stop(): void;
}

const SIGHT = 'sight';
const FRESH_MS = 10_000;
const SAME_PROCESS_MS = 60_000;
// CLI and login come and go seldom, and the popup looks anew when it is opened.
const SECOND_OPINION_MS = 10 * 60_000;

/**
 * Calls `onSeen` whenever something new is known: of the holder of the port of one address, or of all. Without a surveyor
 * nothing ever is.
 */
export function surroundings(
  surveyor: Surveyor | undefined,
  clock: Clock,
  onSeen: (url: string | undefined) => void,
): Surroundings {
  const owners = new Map<string, PortOwner>();
  const askedAt = new Map<string, number>();
  let sight: LocalSight | undefined;
  const sights = new Map<string, LocalSight>();
  let stopped = false;

  // The answer to an old question must not overwrite that to a newer one, nor outlive the end.
  const ask = <T>(
    key: string,
    maxAgeMs: number,
    answer: (by: Surveyor) => Promise<T>,
    keep: (value: T) => void,
  ): void => {
    const now = clock.monotonic();
    if (surveyor === undefined || stopped || now - (askedAt.get(key) ?? Number.NEGATIVE_INFINITY) < maxAgeMs) return;
    askedAt.set(key, now);
    // Looking begins when whoever asked has told what is known already: to start a program takes a while.
    const later = Promise.resolve(surveyor).then(answer);
    void keepAnswer(later, keep, () => askedAt.get(key) === now);
  };

  const keepAnswer = async <T>(
    answer: Promise<T>,
    keep: (value: T) => void,
    isNewest: () => boolean,
  ): Promise<void> => {
    const value = await answer;
    if (!stopped && isNewest()) keep(value);
  };

  const refresh = (maxAgeMs = FRESH_MS): void =>
    ask(
      SIGHT,
      maxAgeMs,
      (by) => by.look(),
      (seen) => {
        sight = seen;
        sights.clear();
        onSeen(undefined);
      },
    );
  const refreshOwner = (url: string, port: number | undefined, maxAgeMs: number): void =>
    ask(
      url,
      maxAgeMs,
      (by) => by.portOwner(onPort(url, port)),
      (owner) => {
        owners.set(url, owner);
        sights.delete(url);
        onSeen(url);
      },
    );
  const forgetOwner = (url: string): void => {
    for (const known of [owners, askedAt, sights]) known.delete(url);
  };
  // The same one until something else is known, so that a look at it tells whether there is news.
  const sightOf = (url: string, seen: LocalSight): LocalSight => {
    const merged = sights.get(url) ?? withLogin(seen, owners.get(url));
    sights.set(url, merged);
    return merged;
  };

  return {
    sight: (url) => (sight === undefined || url === undefined ? sight : sightOf(url, sight)),
    owner: (url) => owners.get(url),
    isLooking: (url) =>
      (askedAt.has(SIGHT) && sight === undefined) || (askedAt.has(url) && owners.get(url) === undefined),
    refresh,
    follow: (url, { light, findings }) => {
      // A proxy may be healthy by its own words while the login behind it is gone, or about to end.
      if (light !== 'paused') refresh(light === 'healthy' ? SECOND_OPINION_MS : FRESH_MS);
      const asking = findings.find(asksForOwner);
      // Who holds the port changes seldom while it answers as it should.
      const maxAgeMs = asking?.id === 'signed-out-here' ? SAME_PROCESS_MS : FRESH_MS;
      if (asking !== undefined) refreshOwner(url, asking.evidence.port, maxAgeMs);
      else if (light === 'healthy') forgetOwner(url);
    },
    stop: () => {
      stopped = true;
    },
  };
}

function withLogin(sight: LocalSight, owner: PortOwner | undefined): LocalSight {
  if (owner?.kind !== 'known' || owner.sharesLogin === undefined) return sight;
  return { ...sight, sharedLogin: owner.sharesLogin };
}
