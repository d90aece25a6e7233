import { describe, expect, it } from 'vitest';
import { followTrayPresence } from '../../../electron/desktop-bus/tray-presence.ts';
import { virtualClock } from '../../engine/virtual-clock.ts';
import { trayBus } from './tray-bus.ts';

function desktop() {
  const { at, bus, ...signals } = trayBus();
  const clock = virtualClock();
  const told: boolean[] = [];
  const stop = followTrayPresence({ bus, clock, onPresence: (isPresent) => told.push(isPresent) });
  return { at, clock, told, stop, ...signals };
}

describe('followTrayPresence', () => {
  it('is patient at login, and tells of a tray once', async () => {
    const { at, clock, told } = desktop();
    await clock.advance(4_000);
    expect(told).toEqual([]);
    at.isOwned = true;
    await clock.advance(180_000);
    expect(told).toEqual([true]);
  });

  it('believes that there is none at the second look', async () => {
    const { clock, told } = desktop();
    await clock.advance(6_000);
    expect(told).toEqual([]);
    await clock.advance(2_000);
    expect(told).toEqual([false]);
    await clock.advance(180_000);
    expect(told).toEqual([false]);
  });

  it('R17: takes a look that falls into a restart for nothing', async () => {
    const { at, clock, told, ownerIs } = desktop();
    at.isOwned = true;
    await clock.advance(64_000);
    at.isOwned = false;
    await clock.advance(2_000);
    at.isOwned = true;
    ownerIs(':1.3');
    await clock.advance(180_000);
    expect(told).toEqual([true]);
  });

  it('R18: tells of a tray that comes late, and of one that leaves for good', async () => {
    const { at, clock, told, ownerIs } = desktop();
    await clock.advance(30_000);
    Object.assign(at, { isOwned: true, hasHost: false });
    ownerIs(':1.2');
    await clock.advance(5_000);
    expect(told).toEqual([false]);
    at.hasHost = true;
    await clock.advance(60_000);
    at.isOwned = false;
    await clock.advance(120_000);
    expect(told).toEqual([false, true, false]);
  });

  it('does nothing any more once it is stopped', async () => {
    const { clock, listeners, told, stop } = desktop();
    stop();
    await clock.advance(180_000);
    expect([told, listeners.size, clock.waiting]).toEqual([[], 0, 0]);
  });
});
