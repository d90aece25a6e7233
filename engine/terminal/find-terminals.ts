import { join } from 'node:path';
import { terminalsFor, type Terminal } from '../../core/advice/terminals.ts';
import type { Platform } from '../../core/platform.ts';
import { foldersOf } from '../cli/places-to-look.ts';
import { programAt } from '../cli/program-at.ts';
import { pathOf, variable } from '../processes/child-environment.ts';

/** A terminal that is there. */
export type FoundTerminal = Terminal & { readonly path: string };

/**
 * The terminals of this computer, in the order in which to try them. Those on the PATH are named by their full path; one that
 * anybody could replace is passed over. None where there is no screen. `env`: the user's own, without Electron's additions.
 */
export async function findTerminals(
  platform: Platform,
  env: Readonly<Record<string, string>>,
): Promise<readonly FoundTerminal[]> {
  if (platform === 'linux' && variable(env, 'DISPLAY') === undefined && variable(env, 'WAYLAND_DISPLAY') === undefined)
    return [];
  const folders = foldersOf(pathOf(env), platform);
  const looked = await Promise.all(terminalsFor(platform, env).map((terminal) => locate(terminal, folders, platform)));
  return looked.filter((found) => found !== undefined);
}

async function locate(
  terminal: Terminal,
  folders: readonly string[],
  platform: Platform,
): Promise<FoundTerminal | undefined> {
  if (terminal.path !== undefined) return { ...terminal, path: terminal.path };
  for (const folder of folders) {
    const path = join(folder, terminal.name);
    // One folder after the other: a place on a dead network drive shall not hold up all.
    // oxlint-disable-next-line no-await-in-loop
    if (await isProgram(path, platform)) return { ...terminal, path };
  }
  return undefined;
}

// The Windows Terminal is an alias of the Store's, which can be started but not looked at.
async function isProgram(path: string, platform: Platform): Promise<boolean> {
  const standing = await programAt(path, platform);
  if (typeof standing === 'string') return false;
  return standing.state === 'program' || (platform === 'windows' && standing.state === 'unreadable');
}
