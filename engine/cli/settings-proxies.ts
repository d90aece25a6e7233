import { opendir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Platform } from '../../core/platform.ts';
import type { ConfigPlaces } from './config-places.ts';
import { readSmallFile } from './read-small-file.ts';

const MAX_BYTES = 32 * 1_024 * 1_024;
const MAX_FILES = 64;

// Searched, not parsed: no value is kept, and what the CLI makes of a file that is half JSON is its own affair.
const PROXY = /"(?:https?|all|no)_proxy"\s*:/i;

/** Where an administrator's settings are (official documentation). */
export const MANAGED_FOLDERS: Readonly<Record<Platform, readonly string[]>> = {
  linux: ['/etc/claude-code'],
  mac: ['/Library/Application Support/ClaudeCode'],
  windows: ['C:\\Program Files\\ClaudeCode', 'C:\\ProgramData\\ClaudeCode'],
};

/**
 * Whether the CLI's settings could set a web proxy. Their variables come before those of the environment that it is
 * started with: a `NO_PROXY` in any of these files lets it past the dead proxy that it is given, and with an expired
 * login it would renew that (measured with 2.1.197 and 2.1.331). True, too, when a file cannot be read.
 */
export async function mayHaveProxies(places: ConfigPlaces, managed: readonly string[]): Promise<boolean> {
  const own = [places.settings, join(dirname(places.settings), 'remote-settings.json'), places.account];
  const ofAdministrator = await Promise.all(managed.map(settingsIn));
  const answers = await Promise.all([...own, ...ofAdministrator.flat()].map(mentionsProxy));
  return answers.includes(true);
}

async function settingsIn(folder: string): Promise<readonly string[]> {
  const more = join(folder, 'managed-settings.d');
  const paths = [join(folder, 'managed-settings.json')];
  try {
    for await (const { name } of await opendir(more)) {
      if (name.endsWith('.json') && paths.push(join(more, name)) >= MAX_FILES) break;
    }
  } catch {
    // There is none, on nearly every computer; one that we may not list, the CLI may not either.
  }
  return paths;
}

async function mentionsProxy(path: string): Promise<boolean> {
  const file = await readSmallFile(path, MAX_BYTES);
  return file.kind === 'text' ? PROXY.test(file.text) : file.kind === 'unreadable';
}
