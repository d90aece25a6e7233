import type { Clock } from '../../engine/clock.ts';
import { hasOwner, onOwnerCame } from './bus-names.ts';
import type { DesktopBus } from './session-bus.ts';
import { HOST_CAME, isHostRegistered, TRAY_WATCHER } from './tray-watcher.ts';

export interface TrayPresenceOptions {
  readonly bus: DesktopBus;
  readonly clock: Clock;
  /** Told once it is sure, and at each change after that. */
  readonly onPresence: (isPresent: boolean) => void;
}

// At login a tray may come later than the app; a window that jumps up before it would be a nuisance.
const PATIENCE_MS = 5_000;
// One that is restarted is gone for a moment.
const SETTLE_MS = 2_000;
const LOOK_AGAIN_MS = 60_000;

/** Follows whether this desktop shows tray icons at all. Ends with the returned stop. */
export function followTrayPresence({ bus, clock, onPresence }: TrayPresenceOptions): () => void {
  let told: boolean | undefined;
  let wasMissing = false;
  let stopped = false;
  let cancel = (): void => {};
  const lookIn = (ms: number): void => {
    cancel();
    if (!stopped) cancel = clock.after(ms, () => void look());
  };
  const look = async (): Promise<void> => {
    const isPresent = await showsIcons(bus);
    if (stopped) return;
    const isFirstMiss = !isPresent && !wasMissing;
    wasMissing = !isPresent;
    // A single look may fall into the moment of a restart.
    if (isFirstMiss && told !== false) return lookIn(SETTLE_MS);
    if (isPresent !== told) onPresence((told = isPresent));
    // That a tray has come is told by the bus; that it has gone for good is no hurry.
    lookIn(LOOK_AGAIN_MS);
  };
  const stops = [
    onOwnerCame(bus, TRAY_WATCHER, () => lookIn(SETTLE_MS)),
    bus.onSignal(HOST_CAME, () => lookIn(SETTLE_MS)),
  ];
  lookIn(PATIENCE_MS);
  return () => {
    stopped = true;
    cancel();
    for (const stop of stops) stop();
  };
}

async function showsIcons(bus: DesktopBus): Promise<boolean> {
  return (await hasOwner(bus, TRAY_WATCHER)) === true && (await isHostRegistered(bus)) === true;
}
