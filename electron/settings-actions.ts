import type { SettingKey } from '../core/settings.ts';
import { readFileNow } from '../engine/files/read-file-now.ts';
import { writeForUser } from '../engine/files/shared-file.ts';
import { MAX_SETTINGS_BYTES } from '../engine/settings-file.ts';
import type { SettingsStore } from '../engine/settings-store.ts';
import type { Log } from './log.ts';

/** What the faces do with the settings. Each resolves to false when it was not done, or holds but could not be saved. */
export interface SettingsActions {
  change(key: SettingKey, value: unknown): Promise<boolean>;
  reset(): Promise<boolean>;
  /** Asks the user where to; false also when they thought better of it. */
  export(): Promise<boolean>;
  /** Asks the user for the file; false also when it holds anything that is no setting. Rejects when it cannot be read. */
  import(): Promise<boolean>;
}

export interface SettingsTools {
  readonly store: SettingsStore;
  /** The path that the user chose; nothing if they did not. */
  readonly askWhere: (proposal: string) => Promise<string | undefined>;
  readonly askWhich: () => Promise<string | undefined>;
  readonly log: Log;
}

export function settingsActions({ store, askWhere, askWhich, log }: SettingsTools): SettingsActions {
  return {
    change: async (key, value) => (await store.change(key, value)).ok,
    reset: async () => (await store.reset()).ok,
    export: async () => {
      const path = await askWhere('pilot-light-settings.json');
      if (path === undefined) return false;
      const saved = await writeForUser(path, store.exportText());
      if (!saved.ok) log('The settings cannot be exported', new Error(saved.code));
      return saved.ok;
    },
    import: async () => {
      const path = await askWhich();
      if (path === undefined) return false;
      const taken = await store.import(readFileNow(path, MAX_SETTINGS_BYTES));
      if (!taken.ok) log('The settings cannot be imported', new Error(taken.code));
      return taken.ok;
    },
  };
}
