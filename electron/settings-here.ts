import type { Clock } from '../engine/clock.ts';
import { openSettings, type CurrentSettings, type SettingsStore } from '../engine/settings-store.ts';
import type { Log } from './log.ts';

/** The settings of this run. */
export interface SettingsHere {
  readonly store: SettingsStore;
  /** Those of the file, with what the command line says instead. */
  current(): CurrentSettings;
  /** Calls `listener` with every change until the returned stop is called. */
  onChange(listener: (current: CurrentSettings) => void): () => void;
}

export interface SettingsHereOptions {
  readonly path: string;
  /** Watched in this run, whatever the settings say; never saved. */
  readonly url: string | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

export function settingsHere({ path, url, clock, log }: SettingsHereOptions): SettingsHere {
  const listeners = new Set<(current: CurrentSettings) => void>();
  const inThisRun = ({ settings, troubles }: CurrentSettings): CurrentSettings => ({
    settings: url === undefined ? settings : { ...settings, targets: [{ url }] },
    troubles,
  });
  const store = openSettings({
    path,
    clock,
    onChange: (changed) => {
      for (const listener of listeners) listener(inThisRun(changed));
    },
    onError: log,
  });
  return {
    store,
    current: () => inThisRun(store.current()),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
