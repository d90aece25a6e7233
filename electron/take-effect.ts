import { globalShortcut } from 'electron';
import type { Platform } from '../core/platform.ts';
import type { Monitor } from '../engine/monitor.ts';
import type { CurrentSettings } from '../engine/settings-store.ts';
import { setAppearance } from './appearance.ts';
import type { Log } from './log.ts';
import type { SettingsHere } from './settings-here.ts';
import { shortcutFor } from './shortcut.ts';
import { startAtLogin } from './start-at-login.ts';

export interface Effects {
  readonly here: SettingsHere;
  readonly monitor: Pick<Monitor, 'configure'>;
  readonly platform: Platform;
  readonly openPopup: () => void;
  readonly log: Log;
}

/** Has the settings take effect, now and whenever they change. Ends with the returned stop. */
export function takeEffect({ here, monitor, platform, openPopup, log }: Effects): () => void {
  const shortcut = shortcutFor(globalShortcut, openPopup);
  const setStartAtLogin = startAtLogin(platform, log);
  const apply = ({ settings, troubles }: CurrentSettings): void => {
    setAppearance(settings.appearance);
    setStartAtLogin(settings.startAtLogin);
    const isHeld = shortcut.set(settings.shortcut);
    monitor.configure(settings, isHeld ? troubles : [...troubles, { key: 'shortcut' }]);
  };
  apply(here.current());
  const stopFollowing = here.onChange(apply);
  return () => {
    stopFollowing();
    shortcut.stop();
  };
}
