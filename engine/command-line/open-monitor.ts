import type { CurrentSettings } from '../settings-store.ts';
import type { LocalSight } from '../../core/sight/local-sight.ts';
import { currentPlatform } from '../current-platform.ts';
import type { Monitor, MonitorOptions } from '../monitor.ts';
import { holdConnection } from '../probe/held-connection.ts';
import { startMonitor } from '../start-monitor.ts';
import type { Surveyor } from '../surroundings.ts';
import type { Session } from './session.ts';

/**
 * Watches the targets until the command ends, as the app does, beside it and without its files. `how`: with what it diagnoses;
 * without it, this computer is only looked at.
 */
export function openMonitor(
  current: CurrentSettings,
  session: Session,
  how?: Pick<MonitorOptions, 'surveyor' | 'facts' | 'checks' | 'worked'>,
): Monitor {
  const { clock, version, terminal } = session;
  const userAgent = `Pilot-Light/${version}`;
  const monitor: Monitor = startMonitor({
    ...current,
    ...(how ?? { surveyor: loadedSurveyor(() => monitor.snapshot().settings.cliPath, session) }),
    platform: currentPlatform(),
    appVersion: version,
    clock,
    connect: (url, onLost) => holdConnection({ url, onLost, clock, userAgent }),
    onError: (error) => terminal.complain(`Watching failed: ${String(error)}`),
  });
  session.atEnd(() => monitor.stop());
  return monitor;
}

// Loaded, and looking, while the first answer is on its way.
function loadedSurveyor(cliPath: () => string | undefined, session: Session): Surveyor {
  const loaded = import('./surveyor-here.ts').then(({ surveyorHere }) => surveyorHere(cliPath, session));
  let first: Promise<LocalSight> | undefined = loaded.then((by) => by.look());
  return {
    look: async () => {
      const look = first ?? (await loaded).look();
      first = undefined;
      return look;
    },
    portOwner: async (url) => (await loaded).portOwner(url),
  };
}
