import { isSetting, SETTING_KEYS, wrongKeys, type SettingKey, type Settings } from '../core/settings.ts';
import type { SettingsObject } from '../core/settings-versions.ts';
import type { SettingsTrouble } from '../core/snapshot.ts';
import type { Clock } from './clock.ts';
import { underLock } from './files/file-lock.ts';
import { writePrivately, type Written } from './files/private-file.ts';
import { setAside } from './files/set-aside.ts';
import { watchFile } from './files/watch-file.ts';
import {
  MAX_SETTINGS_BYTES,
  readSettingsFile,
  readSettingsText,
  settingsText,
  type SettingsRead,
} from './settings-file.ts';

/** The settings that hold now, and what is wrong with their file. */
export interface CurrentSettings {
  readonly settings: Settings;
  readonly troubles: readonly SettingsTrouble[];
}

/**
 * The settings and their file, always in agreement. A change holds at once; what is returned tells whether it was saved, or
 * why not: a code of the operating system (`EBUSY`: another process was writing all the time), or `newer-version`, `not-a-setting`, `not-settings`. What could not be saved holds
 * until the app ends, and is saved with the next change that can be.
 */
export interface SettingsStore {
  current(): CurrentSettings;
  /** `undefined` sets it back to its default. */
  change(key: SettingKey, value: unknown): Promise<Written>;
  /** Sets all back to their defaults. */
  reset(): Promise<Written>;
  /** Takes all settings from the text of a file, or none of them if it holds anything wrong. */
  import(text: string): Promise<Written>;
  /** The text of a file with the settings that hold now. */
  exportText(): string;
  /** Reads the file again if it has changed, where it could not be watched. */
  reread(): void;
  /** Ends the watching of the file; what is being written is written. */
  stop(): void;
}

export interface SettingsStoreOptions {
  readonly path: string;
  readonly clock: Clock;
  /** The settings, or what is wrong with them, are no longer what they were. */
  readonly onChange: (current: CurrentSettings) => void;
  /** Told why the file could not be read, written or watched. */
  readonly onError: (what: string, error: unknown) => void;
}

/** One change of what the file holds. */
interface Edit {
  readonly of: (file: SettingsObject) => SettingsObject;
  /** It was tried, and could not be saved: an edit of the file by hand takes its place. */
  failed: boolean;
}

/** Opens the settings in this file, which need not exist. */
export function openSettings(options: SettingsStoreOptions): SettingsStore {
  const { path, clock, onChange, onError } = options;
  let onDisk = readSettingsFile(path);
  let unsaved: Edit[] = [];
  let now = onDisk;
  let turn: Promise<unknown> = Promise.resolve();
  if (onDisk.problem !== undefined)
    onError(`The settings in ${path} cannot be read; using the defaults`, onDisk.problem);

  const renew = (): void => {
    const before = now;
    now = withEdits(onDisk, unsaved);
    if (!isSame(before, now)) onChange(currentOf(now));
  };
  const reread = (): void => {
    const read = readSettingsFile(path);
    if (read.text === onDisk.text && read.fact.state === onDisk.fact.state) return;
    onDisk = read;
    // A file that is gone is nobody's edit.
    if (read.text !== undefined) unsaved = unsaved.filter(({ failed }) => !failed);
    renew();
  };
  const write = async (): Promise<Written> => {
    let tried: readonly Edit[] = unsaved;
    // Another process may have written since: what it wrote is read before ours is added to it.
    const written = await underLock(path, clock, async () => {
      reread();
      tried = [...unsaved];
      const text = settingsText(now.file);
      const over = await writeOver(path, onDisk, text);
      if (over.ok) onDisk = readSettingsText(text);
      return over;
    });
    if (written.ok) {
      unsaved = unsaved.filter((edit) => !tried.includes(edit));
      renew();
    } else {
      for (const edit of tried) edit.failed = true;
      onError(`The settings cannot be saved in ${path}`, new Error(written.code));
    }
    return written;
  };
  const edit = (of: Edit['of']): Promise<Written> => {
    reread();
    unsaved = [...unsaved, { of, failed: false }];
    renew();
    // Whatever became of the write before: it told so itself.
    const mine = turn.then(write, write);
    turn = mine;
    return mine;
  };
  const stopWatching = watchFile({
    path,
    clock,
    onMaybeChanged: reread,
    onError: (error) => onError(`Changes of ${path} by hand are not seen at once`, error),
  });

  return {
    current: () => currentOf(now),
    change: async (key, value) =>
      isSetting(key, value) ? edit((file) => withKey(file, key, value)) : { ok: false, code: 'not-a-setting' },
    reset: () => edit(withoutKnown),
    import: async (text) => {
      const read = text.length > MAX_SETTINGS_BYTES ? undefined : readSettingsText(text);
      if (read === undefined || read.fact.state !== 'ok' || read.isNewer || wrongKeys(read.file).length > 0)
        return { ok: false, code: 'not-settings' };
      return edit((file) => ({ ...withoutKnown(file), ...knownOf(read.file) }));
    },
    exportText: () => settingsText({ ...now.settings }),
    reread,
    stop: stopWatching,
  };
}

function currentOf({ settings, troubles }: SettingsRead): CurrentSettings {
  return { settings, troubles };
}

// With edits, the lines of what is still wrong are those of the file on the disk.
function withEdits(onDisk: SettingsRead, edits: readonly Edit[]): SettingsRead {
  if (edits.length === 0) return onDisk;
  const file = edits.reduce((held, { of }) => of(held), onDisk.file);
  const read = readSettingsText(settingsText(file));
  const stillWrong = onDisk.troubles.filter(({ key }) => key === undefined || read.fact.ignored.includes(key));
  return { ...onDisk, settings: read.settings, troubles: stillWrong, file };
}

function isSame(a: SettingsRead, b: SettingsRead): boolean {
  return JSON.stringify(currentOf(a)) === JSON.stringify(currentOf(b));
}

async function writeOver(path: string, onDisk: SettingsRead, text: string): Promise<Written> {
  if (onDisk.isNewer) return { ok: false, code: 'newer-version' };
  if (onDisk.text === text) return { ok: true };
  const { state } = onDisk.fact;
  if (state !== 'damaged' && state !== 'unreadable') return writePrivately(path, text);
  const gone = await setAside(path);
  return gone.ok ? writePrivately(path, text) : gone;
}

function withKey(file: SettingsObject, key: SettingKey, value: unknown): SettingsObject {
  const { [key]: _before, ...rest } = file;
  return value === undefined ? rest : { ...rest, [key]: value };
}

function withoutKnown(file: SettingsObject): SettingsObject {
  return Object.fromEntries(Object.entries(file).filter(([key]) => !isKnown(key)));
}

function knownOf(file: SettingsObject): SettingsObject {
  return Object.fromEntries(Object.entries(file).filter(([key]) => isKnown(key)));
}

function isKnown(key: string): boolean {
  return SETTING_KEYS.some((each) => each === key);
}
