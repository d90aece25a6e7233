import { join } from 'node:path';
import { canonicalUrl } from '../../core/target-url.ts';
import type { CurrentSettings } from '../settings-store.ts';
import { readSettingsFile } from '../settings-file.ts';
import { appFolder } from './app-folder.ts';
import { UsageError, type Given } from './given.ts';
import type { Session } from './session.ts';

/** The settings of the app, read once. With `--url` only that one target is watched. */
export function settingsHere(given: Given, session: Session): CurrentSettings {
  const url = givenUrl(given);
  const path = settingsPath(given, session);
  const { settings, troubles } = readSettingsFile(path);
  for (const { key, line } of troubles) {
    const where = line === undefined ? '' : ` (line ${line})`;
    session.terminal.complain(`${path}${where}: ${key ?? 'the file'} cannot be used; the default is.`);
  }
  return { settings: withUrl(settings, url), troubles };
}

/** Where the settings file of the app is. */
export function settingsPath(given: Given, { env }: Session): string {
  return join(appFolder(given.value('folder'), env, process.platform), 'settings.json');
}

/** The address after `--url`, in its canonical form. Throws `UsageError`. */
export function givenUrl(given: Given): string | undefined {
  const typed = given.value('url');
  if (typed === undefined) return undefined;
  const read = canonicalUrl(typed);
  if (!read.ok) throw new UsageError(`--url needs an address such as http://localhost:8000 (${read.problem}).`);
  return read.url;
}

/** The settings, with this one target instead of theirs. */
export function withUrl(settings: CurrentSettings['settings'], url: string | undefined): CurrentSettings['settings'] {
  return url === undefined ? settings : { ...settings, targets: [{ url }] };
}
