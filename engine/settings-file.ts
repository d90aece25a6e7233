import type { SettingsFact } from '../core/diagnosis/facts.ts';
import { readSettings, wrongKeys, type Settings } from '../core/settings.ts';
import { readFileNow } from './files/read-file-now.ts';
import { errorCode } from './processes/error-code.ts';

/** The settings of a file, and what was wrong with it. */
export interface SettingsRead {
  readonly settings: Settings;
  readonly fact: SettingsFact;
  /** Why the file as a whole could not be used. */
  readonly problem?: unknown;
}

const MAX_BYTES = 1_048_576;

/** The settings in this file; the defaults where it is missing, unreadable, larger than 1 MiB or no regular file. */
export function readSettingsFile(path: string): SettingsRead {
  try {
    const value: unknown = JSON.parse(readFileNow(path, MAX_BYTES));
    return { settings: readSettings(value), fact: { state: 'ok', ignored: wrongKeys(value) } };
  } catch (problem) {
    const settings = readSettings(undefined);
    if (errorCode(problem) === 'ENOENT') return { settings, fact: { state: 'absent', ignored: [] } };
    const state = problem instanceof SyntaxError ? 'damaged' : 'unreadable';
    return { settings, fact: { state, ignored: [] }, problem };
  }
}
