import type { CurrentSettings } from '../settings-store.ts';
import { currentPlatform } from '../current-platform.ts';
import type { Monitor, MonitorOptions } from '../monitor.ts';
import { holdConnection } from '../probe/held-connection.ts';
import { startMonitor } from '../start-monitor.ts';
import type { Session } from './session.ts';

/**
 * Watches the targets until the command ends, as the app does, beside it and without its files. `how`: what the command knows
 * of this computer; without it, only the proxy's own word counts.
 */
export function openMonitor(
  current: CurrentSettings,
  session: Session,
  how: Pick<MonitorOptions, 'surveyor' | 'facts' | 'checks' | 'worked'> = {},
): Monitor {
  const { clock, version, terminal } = session;
  const userAgent = `Pilot-Light/${version}`;
  const monitor = startMonitor({
    ...current,
    ...how,
    platform: currentPlatform(),
    appVersion: version,
    clock,
    connect: (url, onLost) => holdConnection({ url, onLost, clock, userAgent }),
    onError: (error) => terminal.complain(`Watching failed: ${String(error)}`),
  });
  session.atEnd(() => monitor.stop());
  return monitor;
}
