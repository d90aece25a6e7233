import { describe, expect, it } from 'vitest';
import type { Snoozed } from '../../core/monitor/snooze.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { createSnoozing } from '../../electron/snoozing.ts';
import { snapshotIn, type StateName } from '../core/states.ts';
import { virtualClock } from '../engine/virtual-clock.ts';

const MINUTE = 60_000;

function resting(state: StateName = 'signed-out') {
  const clock = virtualClock();
  const listeners = new Set<(snapshot: Snapshot) => void>();
  let snapshot = snapshotIn(state);
  const show = (next: Snapshot): void => {
    snapshot = next;
    for (const listener of listeners) listener(snapshot);
  };
  const note = ({ snoozed }: { readonly snoozed?: Snoozed | undefined }): void => {
    const { snoozed: _before, ...rest } = snapshot;
    show(snoozed === undefined ? rest : { ...rest, snoozed });
  };
  const snoozing = createSnoozing({
    monitor: {
      snapshot: () => snapshot,
      note,
      onSnapshot: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    clock,
  });
  return {
    snoozing,
    clock,
    become: (name: StateName) => show({ ...snapshot, targets: snapshotIn(name).targets }),
    snoozed: () => snapshot.snoozed,
    /** Timers and listeners that are left. */
    left: () => clock.waiting + listeners.size,
  };
}

describe('createSnoozing', () => {
  it('rests for the time that was asked for, and leaves nothing behind', async () => {
    const { snoozing, clock, snoozed, left } = resting();
    snoozing.snooze('1 h');
    expect(snoozed()).toEqual({ until: clock.now() + 60 * MINUTE });
    await clock.advance(60 * MINUTE - 1);
    expect(snoozed()).toBeDefined();
    await clock.advance(1);
    expect([snoozed(), left()]).toEqual([undefined, 0]);
  });

  it('goes by the clock on the wall: after a sleep, or when it was set, it ends within a minute', async () => {
    const { snoozing, clock, snoozed } = resting();
    snoozing.snooze('4 h');
    clock.jump(4 * 60 * MINUTE);
    await clock.advance(MINUTE);
    expect(snoozed()).toBeUndefined();
  });

  it('never lasts for days, though the clock on the wall was set back by so much', async () => {
    const { snoozing, clock, snoozed } = resting();
    snoozing.snooze('1 h');
    clock.jump(-3 * 24 * 60 * MINUTE);
    await clock.advance(MINUTE);
    expect(snoozed()).toBeUndefined();
  });

  it('until all is well: one good answer is not enough', () => {
    const { snoozing, become, snoozed, left } = resting();
    snoozing.snooze('recovery');
    become('recovering');
    expect(snoozed()).toEqual({ until: 'recovery' });
    become('recovered');
    expect([snoozed(), left()]).toEqual([undefined, 0]);
  });

  it('until all is well, where it is well already or paused, ends at once', () => {
    for (const state of ['healthy', 'paused'] as const) {
      const { snoozing, snoozed, left } = resting(state);
      snoozing.snooze('recovery');
      expect([snoozed(), left()]).toEqual([undefined, 0]);
    }
  });

  it('the latest wish counts, and it can be ended', async () => {
    const { snoozing, clock, snoozed, left } = resting();
    snoozing.snooze('30 min');
    snoozing.snooze('4 h');
    await clock.advance(31 * MINUTE);
    expect(snoozed()).toBeDefined();
    snoozing.end();
    expect([snoozed(), left()]).toEqual([undefined, 0]);
    snoozing.end();
    snoozing.snooze('1 h');
    snoozing.stop();
    expect(left()).toBe(0);
  });
});
