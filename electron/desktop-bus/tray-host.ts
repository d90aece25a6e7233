import type { Clock } from '../../engine/clock.ts';
import type { Log } from '../log.ts';
import { hasOwner, onOwnerCame } from './bus-names.ts';
import type { DesktopBus } from './session-bus.ts';
import { HOST_CAME, isHostRegistered, isOursRegistered, TRAY_WATCHER } from './tray-watcher.ts';

export interface TrayHostOptions {
  readonly bus: DesktopBus;
  readonly clock: Clock;
  /** Makes the icon anew. */
  readonly remake: () => void;
  readonly log: Log;
}

// Electron finds a tray that comes back by itself; this is the time that it gets.
const SETTLE_MS = 2_000;
const ATTEMPTS = 2;

/**
 * Brings the icon into a tray that came late: at login it may well start after us, and Electron asks for one only as it
 * makes an icon. An icon that the tray has is left alone. Ends with the returned stop.
 */
export function followTrayHost({ bus, clock, remake, log }: TrayHostOptions): () => void {
  let attempts = 0;
  let stopped = false;
  let cancel = (): void => {};
  const lookSoon = (): void => {
    cancel();
    if (!stopped) cancel = clock.after(SETTLE_MS, () => void look());
  };
  const look = async (): Promise<void> => {
    if (!(await isLeftOut(bus)) || stopped) return;
    if (attempts === ATTEMPTS) return log('The tray of this desktop does not take the icon');
    attempts += 1;
    remake();
    lookSoon();
  };
  const onHost = (): void => {
    attempts = 0;
    lookSoon();
  };
  const stops = [onOwnerCame(bus, TRAY_WATCHER, onHost), bus.onSignal(HOST_CAME, onHost)];
  onHost();
  return () => {
    stopped = true;
    cancel();
    for (const stop of stops) stop();
  };
}

/** Whether there is a tray that certainly does not have our icon. */
async function isLeftOut(bus: DesktopBus): Promise<boolean> {
  if ((await hasOwner(bus, TRAY_WATCHER)) !== true) return false;
  return (await isHostRegistered(bus)) === true && (await isOursRegistered(bus)) === false;
}
