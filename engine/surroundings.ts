import type { LocalSight, PortOwner } from '../core/sight/local-sight.ts';
import type { Clock } from './clock.ts';

/** The ways to look at this computer. None rejects; each is bounded by itself. */
export interface Surveyor {
  look(): Promise<LocalSight>;
  portOwner(url: string): Promise<PortOwner>;
}

/** What is known of this computer, looked up when it is wanted and not too often. */
export interface Surroundings {
  sight(): LocalSight | undefined;
  /** Who holds the port of an address; nothing until it was looked up. */
  owner(url: string): PortOwner | undefined;
  /** Looks again, unless what is known is younger than so many milliseconds; by default a moment. */
  refresh(maxAgeMs?: number): void;
  /** Looks who holds the port of an address, or another port there, unless that was done a moment ago. */
  refreshOwner(url: string, port?: number): void;
  /** What was seen of a port is not so any more. */
  forgetOwner(url: string): void;
  stop(): void;
}

const FRESH_MS = 10_000;

/** Calls `onSeen` whenever something new is known. Without a surveyor nothing ever is. */
export function surroundings(surveyor: Surveyor | undefined, clock: Clock, onSeen: () => void): Surroundings {
  const owners = new Map<string, PortOwner>();
  const askedAt = new Map<string, number>();
  let sight: LocalSight | undefined;
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
    void keepAnswer(answer(surveyor), keep, () => askedAt.get(key) === now);
  };

  const keepAnswer = async <T>(
    answer: Promise<T>,
    keep: (value: T) => void,
    isNewest: () => boolean,
  ): Promise<void> => {
    const value = await answer;
    if (stopped || !isNewest()) return;
    keep(value);
    onSeen();
  };

  return {
    sight: () => sight,
    owner: (url) => owners.get(url),
    refresh: (maxAgeMs = FRESH_MS) =>
      ask(
        'sight',
        maxAgeMs,
        (by) => by.look(),
        (seen) => (sight = seen),
      ),
    refreshOwner: (url, port) =>
      ask(
        url,
        FRESH_MS,
        (by) => by.portOwner(onPort(url, port)),
        (owner) => owners.set(url, owner),
      ),
    forgetOwner: (url) => {
      owners.delete(url);
      askedAt.delete(url);
    },
    stop: () => {
      stopped = true;
    },
  };
}

function onPort(url: string, port: number | undefined): string {
  const address = new URL(url);
  if (port !== undefined) address.port = String(port);
  return address.href;
}
