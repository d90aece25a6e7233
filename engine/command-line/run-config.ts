import { SETTING_KEYS, type SettingKey } from '../../core/settings.ts';
import type { Written } from '../files/private-file.ts';
import { readSettingsFile } from '../settings-file.ts';
import { openSettings } from '../settings-store.ts';
import { EXIT } from './exit-codes.ts';
import { Unavailable, UsageError, type Given } from './given.ts';
import type { Session } from './session.ts';
import { settingsPath } from './settings-here.ts';

/** Reads or changes the settings file. */
export async function runConfig(given: Given, session: Session): Promise<number> {
  const { terminal } = session;
  const [task, key, value] = given.operands;
  const path = settingsPath(given, session);
  switch (task) {
    case 'path':
      terminal.print(path);
      return 0;
    case 'get':
      return get(key, path, session);
    case 'set':
      if (value === undefined) throw new UsageError('"config set" needs a KEY and a VALUE.');
      return set(knownKey(key), valueOf(value), path, session);
    case 'unset':
      return set(knownKey(key), undefined, path, session);
    case 'validate':
      return validate(path, session);
    default:
      throw new UsageError(`"config" knows get, set, unset, validate and path, and no "${task ?? ''}".`);
  }
}

function get(key: string | undefined, path: string, { terminal }: Session): number {
  const { settings } = readSettingsFile(path);
  if (key === undefined) for (const each of SETTING_KEYS) terminal.print(`${each} = ${json(settings[each])}`);
  else terminal.print(json(settings[knownKey(key)]));
  return 0;
}

async function set(key: SettingKey, value: unknown, path: string, { clock, atEnd }: Session): Promise<number> {
  const store = openSettings({ path, clock, onChange: () => undefined, onError: () => undefined });
  atEnd(() => store.stop());
  const written = await store.change(key, value);
  if (written.ok) return 0;
  throw whyNot(written, key, path);
}

function whyNot({ code }: Extract<Written, { readonly ok: false }>, key: string, path: string): Error {
  if (code === 'not-a-setting') return new UsageError(`This cannot stand under ${key}; nothing was changed.`);
  if (code === 'newer-version') return new Unavailable(`A newer Pilot Light wrote ${path}; it is not written over.`);
  return new Unavailable(`${path} cannot be written (${code}).`);
}

function validate(path: string, { terminal }: Session): number {
  const { troubles, problem } = readSettingsFile(path);
  for (const { key, line } of troubles) {
    const where = line === undefined ? path : `${path}:${line}`;
    const why = problem instanceof Error ? problem.message : 'the file cannot be used';
    terminal.print(key === undefined ? `${where}: ${why}` : `${where}: ${key} cannot be used; its default is`);
  }
  if (troubles.length === 0) return 0;
  return troubles.some(({ key }) => key === undefined) ? EXIT.down : EXIT.degraded;
}

function knownKey(name: string | undefined): SettingKey {
  const key = SETTING_KEYS.find((each) => each === name);
  if (key !== undefined) return key;
  throw new UsageError(`There is no setting "${name ?? ''}". The keys: ${SETTING_KEYS.join(', ')}.`);
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A text need not be quoted: the shell has its own quotes already.
    return text;
  }
}

// A setting that has no value by default is `null` for who reads it.
function json(value: unknown): string {
  return JSON.stringify(value ?? null);
}
