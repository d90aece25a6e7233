import type { Clock } from '../engine/clock.ts';
import type { Monitor } from '../engine/monitor.ts';
import type { DesktopBus } from './desktop-bus/session-bus.ts';
import { followTrayPresence } from './desktop-bus/tray-presence.ts';

export interface StandInOptions {
  readonly bus: DesktopBus;
  readonly popup: { standAlone(alone: boolean): void };
  readonly monitor: Pick<Monitor, 'note'>;
  readonly clock: Clock;
}

/** Without a tray there would be nothing of the app to be seen: then its window stands alone. Ends with the returned stop. */
export function standInForTray({ bus, popup, monitor, clock }: StandInOptions): () => void {
  const onPresence = (isPresent: boolean): void => {
    monitor.note({ noTray: !isPresent });
    popup.standAlone(!isPresent);
  };
  return followTrayPresence({ bus, clock, onPresence });
}
