import { describe, expect, it } from 'vitest';
import { followTrayHost } from '../../../electron/desktop-bus/tray-host.ts';
import { virtualClock } from '../../engine/virtual-clock.ts';
import { trayBus } from './tray-bus.ts';

function desktop() {
  const { at, bus, ...signals } = trayBus();
  const clock = virtualClock();
  const lines: string[] = [];
  let remade = 0;
  const remake = (): void => {
    remade += 1;
    if (at.items.length > 0) at.items = [...at.items, ':1.6/StatusNotifierItem'];
  };
  const stop = followTrayHost({ bus, clock, remake, log: (what) => lines.push(what) });
  return { at, clock, lines, remade: () => remade, stop, ...signals };
}

describe('followTrayHost', () => {
  it('leaves alone an icon that the tray has, however often the tray comes', async () => {
    const { at, clock, remade, ownerIs, hostCame } = desktop();
    Object.assign(at, { isOwned: true, items: [':1.9/StatusNotifierItem', ':1.6/org/ayatana/item'] });
    for (let i = 0; i < 5; i += 1) {
      ownerIs(':1.2');
      hostCame();
      // oxlint-disable-next-line no-await-in-loop
      await clock.advance(10_000);
    }
    expect(remade()).toBe(0);
    expect(clock.waiting).toBe(0);
  });

  it('R18: brings the icon into a tray that came late, once', async () => {
    const { at, clock, remade, ownerIs, lines } = desktop();
    await clock.advance(30_000);
    expect(remade()).toBe(0);
    at.isOwned = true;
    ownerIs(':1.2');
    await clock.advance(5_000);
    expect(remade()).toBe(1);
    await clock.advance(60_000);
    expect([remade(), lines, clock.waiting]).toEqual([1, [], 0]);
  });

  it('finds a tray that came before anybody listened', async () => {
    const { at, clock, remade } = desktop();
    at.isOwned = true;
    await clock.advance(5_000);
    expect(remade()).toBe(1);
  });

  it('waits for the host of a list that nobody shows yet', async () => {
    const { at, clock, remade, ownerIs, hostCame } = desktop();
    Object.assign(at, { isOwned: true, hasHost: false });
    ownerIs(':1.2');
    await clock.advance(30_000);
    expect(remade()).toBe(0);
    at.hasHost = true;
    hostCame();
    await clock.advance(5_000);
    expect(remade()).toBe(1);
  });

  it('gives up on a tray that never takes it, and says so, until the next one', async () => {
    const { at, clock, remade, ownerIs, lines } = desktop();
    Object.assign(at, { isOwned: true, items: [] });
    await clock.advance(60_000);
    expect([remade(), lines]).toEqual([2, ['The tray of this desktop does not take the icon']]);
    ownerIs(':1.3');
    await clock.advance(60_000);
    expect(remade()).toBe(4);
  });

  it('does nothing any more once it is stopped', async () => {
    const { at, clock, listeners, remade, stop } = desktop();
    at.isOwned = true;
    stop();
    await clock.advance(60_000);
    expect([remade(), listeners.size, clock.waiting]).toEqual([0, 0, 0]);
  });

  it('an owner that leaves is no tray that comes', async () => {
    const { clock, ownerIs } = desktop();
    await clock.advance(5_000);
    ownerIs('');
    expect(clock.waiting).toBe(0);
  });
});
