import { stat } from 'node:fs/promises';
import { isFullPath } from '../cli/full-path.ts';
import { readStart, linkTarget } from './read-proc.ts';
import { overridesIn } from '../cli/sign-in-variables.ts';
import type { Environment } from '../processes/child-environment.ts';

const MAX_ENVIRONMENT_BYTES = 256 * 1_024;
// What decides where the CLI keeps its login.
const PLACES = ['HOME', 'CLAUDE_CONFIG_DIR'] as const;

/**
 * Whether a process of Linux looks for a login where we do: it sees the same files there, has the same home, follows no other
 * folder, and no variable of its own comes before the login. Absent where that cannot be seen. Nothing of its
 * environment is kept.
 */
export async function sharesLogin(pid: number, procFolder: string, env: Environment): Promise<boolean | undefined> {
  const folder = `${procFolder}/${pid}`;
  const [theirs, ours, file] = await Promise.all([
    linkTarget(`${folder}/ns/mnt`),
    linkTarget(`${procFolder}/self/ns/mnt`),
    readStart(`${folder}/environ`, MAX_ENVIRONMENT_BYTES),
  ]);
  if (theirs === undefined || ours === undefined || !file.ok || file.isCut) return undefined;
  return agrees(file.text, env) && (theirs === ours || (await seesSameFolder(`${folder}/root`, env)));
}

// A service that systemd confines sees the same home in another namespace; a container has a home of its own.
async function seesSameFolder(theirRoot: string, { CLAUDE_CONFIG_DIR, HOME }: Environment): Promise<boolean> {
  const place = CLAUDE_CONFIG_DIR ?? HOME ?? '';
  if (!isFullPath(place)) return false;
  try {
    const [theirs, ours] = await Promise.all([stat(theirRoot + place), stat(place)]);
    return theirs.dev === ours.dev && theirs.ino === ours.ino;
  } catch {
    // Not to be seen from here: then it is not known to be the same.
    return false;
  }
}

function agrees(environ: string, ours: Environment): boolean {
  const theirs: Environment = Object.fromEntries(environ.split('\0').map(asEntry));
  const samePlaces = PLACES.every((name) => (theirs[name] ?? '') === (ours[name] ?? ''));
  return samePlaces && overridesIn(theirs).length === 0;
}

function asEntry(text: string): readonly [string, string] {
  const end = Math.max(0, text.indexOf('='));
  return [text.slice(0, end), text.slice(end + 1)];
}
