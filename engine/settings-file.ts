import type { SettingsFact } from '../core/diagnosis/facts.ts';
import { readSettings, SETTING_KEYS, wrongKeys, type Settings } from '../core/settings.ts';
import { keyLines } from '../core/settings-key-lines.ts';
import { migrated, versionNow, type SettingsObject } from '../core/settings-versions.ts';
import type { SettingsTrouble } from '../core/snapshot.ts';
import { readFileNow } from './files/read-file-now.ts';
import { errorCode } from './processes/error-code.ts';

/** The settings of a file, and what was wrong with it. */
export interface SettingsRead {
  readonly settings: Settings;
  readonly troubles: readonly SettingsTrouble[];
  readonly fact: SettingsFact;
  /** What the file holds, wrong and unknown keys and all, in the form of the newest version. */
  readonly file: SettingsObject;
  /** A later app wrote it: it is not written over. */
  readonly isNewer: boolean;
  /** The file as it is; absent where it could not be read. */
  readonly text?: string;
  /** Why the file as a whole could not be used. */
  readonly problem?: unknown;
}

/** More than any settings could need. */
export const MAX_SETTINGS_BYTES = 1_048_576;

const BYTE_ORDER_MARK = /^\uFEFF/;

/** The settings in this file; the defaults where it is missing, unreadable, larger than 1 MiB or no regular file. */
export function readSettingsFile(path: string): SettingsRead {
  try {
    return readSettingsText(readFileNow(path, MAX_SETTINGS_BYTES));
  } catch (problem) {
    if (errorCode(problem) === 'ENOENT') return nothing({ state: 'absent', ignored: [] });
    return { ...nothing({ state: 'unreadable', ignored: [] }), troubles: [{}], problem };
  }
}

/** The settings in this text; the defaults where it is no JSON object. Never throws. */
export function readSettingsText(text: string): SettingsRead {
  // Some editors begin every file with it.
  const json = text.replace(BYTE_ORDER_MARK, '');
  const lines = keyLines(json);
  const value = parse(json);
  if (value === undefined) {
    const problem = new SyntaxError(`It is no JSON object (line ${lines.error ?? 1})`);
    const troubles = [{ line: lines.error ?? 1 }];
    return { ...nothing({ state: 'damaged', ignored: [] }), troubles, text, problem };
  }
  const { file, isNewer } = migrated(value);
  const ignored = wrongKeys(file);
  const troubles = ignored.map((key): SettingsTrouble => {
    const line = lines.keys.get(key);
    return line === undefined ? { key } : { key, line };
  });
  return { settings: readSettings(file), troubles, fact: { state: 'ok', ignored }, file, isNewer, text };
}

/** The text of a file with these keys: the known ones in their order, then the others; without those that are as by default. */
export function settingsText(file: SettingsObject): string {
  const defaults: SettingsObject = readSettings(undefined);
  const isDefault = (key: string): boolean => JSON.stringify(file[key]) === JSON.stringify(defaults[key]);
  const known = SETTING_KEYS.filter((key) => !isDefault(key)).map((key) => [key, file[key]]);
  const unknown = Object.entries(file).filter(([key]) => !SETTING_KEYS.some((each) => each === key));
  const whole: unknown = Object.fromEntries([['version', versionNow()], ...known, ...unknown]);
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function nothing(fact: SettingsFact): SettingsRead {
  return { settings: readSettings(undefined), troubles: [], fact, file: {}, isNewer: false };
}

function parse(json: string): SettingsObject | undefined {
  try {
    const value: unknown = JSON.parse(json);
    // What is nested too deeply to be written again is no settings file: this throws.
    JSON.stringify(value);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    // Where it stops being JSON, the scanner tells with its line.
    return undefined;
  }
}
