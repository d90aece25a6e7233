import { isSnoozeOver, snoozedFrom, type Snooze } from '../core/monitor/snooze.ts';
import type { Snapshot } from '../core/snapshot.ts';
import type { Clock } from '../engine/clock.ts';
import type { Monitor } from '../engine/monitor.ts';

/** The rest that notifications can have. It is forgotten when the app ends. */
export interface Snoozing {
  snooze(until: Snooze): void;
  end(): void;
  /** Ends the timer; the rest itself stays as it is. */
  stop(): void;
}

export interface SnoozingOptions {
  readonly monitor: Pick<Monitor, 'snapshot' | 'onSnapshot' | 'note'>;
  readonly clock: Clock;
}

// The wall clock may be set, and a timer may sleep with the computer.
const LOOK_EVERY_MS = 60_000;

/** Notes in the snapshot that notifications rest, and ends the rest when its time has come. */
export function createSnoozing({ monitor, clock }: SnoozingOptions): Snoozing {
  let stop = (): void => {};
  const end = (): void => {
    stop();
    if (monitor.snapshot().snoozed !== undefined) monitor.note({ snoozed: undefined });
  };
  const look = (snapshot: Snapshot): void => {
    if (snapshot.snoozed !== undefined && isSnoozeOver(snapshot.snoozed, clock.now(), isAllWell(snapshot))) end();
  };
  return {
    snooze: (until) => {
      stop();
      const stopLooking = monitor.onSnapshot(look);
      const stopTimer = until === 'recovery' ? () => {} : lookAgain(clock, monitor, look);
      stop = () => {
        stopLooking();
        stopTimer();
      };
      monitor.note({ snoozed: snoozedFrom(clock.now(), until) });
    },
    end,
    stop: () => stop(),
  };
}

// Where targets are asked seldom, snapshots are seldom too.
function lookAgain(clock: Clock, monitor: SnoozingOptions['monitor'], look: (snapshot: Snapshot) => void): () => void {
  let cancel = (): void => {};
  const wait = (): void => {
    const { snoozed } = monitor.snapshot();
    const left = typeof snoozed?.until === 'number' ? snoozed.until - clock.now() : LOOK_EVERY_MS;
    cancel = clock.after(Math.min(Math.max(left, 1), LOOK_EVERY_MS), () => {
      wait();
      look(monitor.snapshot());
    });
  };
  wait();
  return () => cancel();
}

// What is paused is nobody's trouble; what has answered well only once is not well yet.
function isAllWell({ targets }: Snapshot): boolean {
  return targets.every(({ light, incident }) => light === 'paused' || (light === 'healthy' && incident === undefined));
}
