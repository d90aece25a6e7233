import type { Proof } from '../../core/advice/proof.ts';
import type { Availability } from '../../core/history/availability.ts';
import type { LookBack, Span } from '../../core/history/look-back.ts';
import { tidyFinding } from '../../core/history/tidy-finding.ts';
import type { Announcement } from '../../core/monitor/announcement.ts';
import type { Clock } from '../clock.ts';
import type { OnEvent } from '../happened.ts';
import { pruneForgotten } from './forgotten-folders.ts';
import { folderOf, TargetFolder } from './target-folder.ts';
import { TargetHistory } from './target-history.ts';
import { createTroubles, type TroubleListener } from './troubles.ts';

/** Remembers what happened to every target, by its address: ids change with the settings. Nothing here ever throws. */
export interface History {
  readonly onEvent: OnEvent;
  /** The computer is about to sleep, or is awake again. Either may be told more than once. */
  readonly sleep: () => void;
  readonly wake: () => void;
  /** The last day of the target at an address; the same object until there is something new. */
  readonly availability: (url: string) => Availability | undefined;
  readonly lookBack: (url: string, span: Span) => LookBack | undefined;
  /** Keeps what the user writes about an incident; tells whether there is such an incident. */
  readonly note: (url: string, incident: string, note: string) => boolean;
  /** What the user was told. */
  readonly told: (announcement: Announcement) => void;
  /** A step was used, and its finding is gone. */
  readonly proved: (url: string, proof: Proof) => void;
  /** Writes what is waiting, and ends the timer. */
  readonly stop: () => void;
}

export interface HistoryOptions extends TroubleListener {
  /** The folder of all histories. One process writes; others may read meanwhile. */
  readonly root: string;
  readonly clock: Clock;
  /** Takes what is private out of a text. */
  readonly redact: (text: string) => string;
  /** The addresses that are watched now. */
  readonly watched: () => readonly string[];
  /** Called when a history has been taken up: from now on there is an availability. */
  readonly onLoaded?: () => void;
}

// Together less than the ten seconds that a crash may cost: a piece waits for the next tick, and once more to be written.
const TICK_MS = 5_000;
// The histories of many targets are taken up one after the other, when the icon has long been there.
const FIRST_TICK_MS = 1_000;
const LOADING_TICK_MS = 100;
const HOUR_MS = 3_600_000;

/** Starts keeping; nothing is read or written before the first tick. */
export function keepHistory({ root, clock, redact, watched, onLoaded, ...listener }: HistoryOptions): History {
  const targets = new Map<string, TargetHistory>();
  const troubles = createTroubles(clock, listener);
  const { attempt } = troubles;
  let cancel = clock.after(FIRST_TICK_MS, () => tick());
  let prunedAt = clock.now();

  const tick = (): void => {
    const now = clock.now();
    forgetUnwatched(now);
    const unloaded = [...targets.values()].find((target) => !target.isLoaded());
    const isWell = [
      attempt(() => unloaded?.load(now)),
      ...[...targets.values()].map((target) => attempt(() => goOn(target, now))),
      attempt(() => [...targets.values()].find((target) => target.owesHours(now))?.foldHours(now)),
      attempt(() => pruneRest(now)),
    ].every((went) => went.ok);
    if (isWell) troubles.over();
    if (unloaded?.isLoaded() === true) {
      // What was seen until now is in what is told.
      attempt(() => goOn(unloaded, now, 0));
      onLoaded?.();
    }
    cancel = clock.after(isWell && unloaded !== undefined ? LOADING_TICK_MS : TICK_MS, tick);
  };
  const goOn = (target: TargetHistory, now: number, untoldMs?: number): void => {
    target.look(now, untoldMs);
    target.flush();
  };
  const forgetUnwatched = (now: number): void => {
    const still = new Set(watched());
    for (const [url, target] of targets) {
      if (!still.has(url)) {
        attempt(() => leave(target, now));
        targets.delete(url);
      }
    }
  };
  const leave = (target: TargetHistory, now: number): void => {
    target.sleep(now);
    if (!target.isLoaded()) target.load(now);
    target.flush();
  };
  const pruneRest = (now: number): void => {
    if (Math.abs(now - prunedAt) < HOUR_MS) return;
    // A clock that was set far ahead is not believed at once.
    const believed = Math.min(now, prunedAt + 2 * HOUR_MS);
    prunedAt = now;
    pruneForgotten(root, new Set([...targets.keys()].map((url) => folderOf(root, url))), believed);
  };
  const targetAt = (url: string, now: number): TargetHistory => {
    const known = targets.get(url);
    if (known !== undefined) return known;
    const reading = { onNoFile: troubles.notOurs };
    const tidy = (finding: Parameters<typeof tidyFinding>[0]): ReturnType<typeof tidyFinding> =>
      tidyFinding(finding, redact);
    const target = new TargetHistory(new TargetFolder(() => folderOf(root, url)), now, tidy, reading);
    targets.set(url, target);
    return target;
  };
  const tellOf = (url: string, what: 'failed' | 'reminder' | 'recovered'): void =>
    targets.get(url)?.told({ what, at: clock.now() });

  return {
    onEvent: ({ url }, happened) => void attempt(() => targetAt(url, happened.at).see(happened)),
    sleep: () => {
      for (const target of targets.values()) {
        attempt(() => {
          target.sleep(clock.now());
          target.flush();
        });
      }
    },
    wake: () => {
      for (const target of targets.values()) attempt(() => target.wake(clock.now()));
    },
    availability: (url) => targets.get(url)?.availability(),
    lookBack: (url, span) => {
      const target = targets.get(url);
      if (target === undefined) return undefined;
      const now = clock.now();
      attempt(() => goOn(target, now, 0));
      const told = attempt(() => target.lookBack(span, now));
      return told.ok ? told.value : undefined;
    },
    note: (url, incident, note) => {
      const target = targets.get(url);
      if (target === undefined) return false;
      const went = attempt(() => {
        target.flush();
        const isThere = target.note(incident, note, clock.now());
        target.flush();
        return isThere;
      });
      return went.ok && went.value;
    },
    told: (announcement) => {
      if (announcement.type === 'failed') {
        for (const { url } of announcement.failures) tellOf(url, announcement.isReminder ? 'reminder' : 'failed');
      }
      if (announcement.type === 'recovered') {
        for (const { url } of announcement.recoveries) tellOf(url, 'recovered');
      }
    },
    proved: (url, { finding, step, isPassive }) =>
      targets.get(url)?.proved({ finding, step, isPassive, at: clock.now() }),
    stop: () => {
      cancel();
      for (const target of targets.values()) attempt(() => leave(target, clock.now()));
      targets.clear();
    },
  };
}
