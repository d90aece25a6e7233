import type { Monitor } from '../monitor.ts';
import { openSettings } from '../settings-store.ts';
import type { Given } from './given.ts';
import type { Session } from './session.ts';
import { givenUrl, settingsPath, withUrl } from './settings-here.ts';

/** Follows the settings file, whoever writes it, until the command ends. */
export function followSettings(given: Given, session: Session, monitor: Monitor): void {
  const url = givenUrl(given);
  const store = openSettings({
    path: settingsPath(given, session),
    clock: session.clock,
    onChange: ({ settings, troubles }) => monitor.configure(withUrl(settings, url), troubles),
    // It is no fault that there is no file yet; what is wrong within one was told when it was read.
    onError: () => undefined,
  });
  session.atEnd(() => store.stop());
}
