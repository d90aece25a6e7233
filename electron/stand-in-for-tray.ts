import type { Clock } from '../engine/clock.ts';
import type { Monitor } from '../engine/monitor.ts';
import type { DesktopBus } from './desktop-bus/session-bus.ts';
import { followTrayPresence } from './desktop-bus/tray-presence.ts';

export interface StandInOptions {
  readonly bus: DesktopBus;
  readonly popup: { standAlone(alone: boolean): void };
  /** What would show tray icons on this desktop. */
  readonly supplier: string | undefined;
  readonly monitor: Pick<Monitor, 'note'>;
  readonly clock: Clock;
}

/** Without a tray there would be nothing of the app to be seen: then its window stands alone. Ends with the returned stop. */
export function standInForTray({ bus, popup, supplier, monitor, clock }: StandInOptions): () => void {
  const noTray = supplier === undefined ? {} : { supplier };
  const onPresence = (isPresent: boolean): void => {
    monitor.note({ noTray: isPresent ? undefined : noTray });
    popup.standAlone(!isPresent);
  };
  return followTrayPresence({ bus, clock, onPresence });
}
