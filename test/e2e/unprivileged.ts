import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { IS_ROOT, PROJECT } from './app.ts';

/** "nobody" on every Linux: a user who owns nothing. */
export const NOBODY = 65_534;

// The folder that we are in may be closed to everybody else, and a program does not start where it may not be.
const ANYWHERE = ['env', '--chdir=/'];

/** Runs a command as somebody who is not root: as `nobody` if we are root, else as ourselves. */
export const AS_NOBODY: readonly string[] = IS_ROOT
  ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--', ...ANYWHERE]
  : [];

/** What an unprivileged user needs to start the app on a desktop of their own: a clone may lie where only its owner may look. */
export interface UnprivilegedCopy {
  /** The folder of the packaged app. */
  readonly app: string;
  /** The command that runs another one inside a private desktop. */
  readonly session: readonly string[];
}

/** Copies the packaged app and all else into `folder`, and gives it to that user. */
export function copyForNobody(packaged: string, folder: string): UnprivilegedCopy {
  const app = join(folder, 'app');
  cpSync(packaged, app, { recursive: true });
  const session = sessionForNobody(folder);
  if (!hasUserNamespaces()) giveRights(join(app, 'chrome-sandbox'));
  return { app, session };
}

/**
 * Copies what that user needs for a private desktop into `folder`, and gives it to them with all that is there already. Gives
 * the command that runs another one inside such a desktop.
 */
export function sessionForNobody(folder: string): readonly string[] {
  for (const part of ['build/setup', 'test/desktop']) {
    cpSync(join(PROJECT, part), join(folder, part), { recursive: true });
  }
  const session = [runnable(process.execPath, folder), join(folder, 'test', 'desktop', 'session.mjs')];
  if (IS_ROOT) execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, folder]);
  chmodSync(folder, 0o700);
  return session;
}

/** The program itself, or a copy of it where that user may not get at it. */
function runnable(path: string, folder: string): string {
  const [command, ...args] = [...AS_NOBODY, 'test', '-x', path];
  if (spawnSync(command, args).status === 0) return path;
  const copy = join(folder, basename(path));
  cpSync(path, copy);
  return copy;
}

// Many containers deny them to ordinary users; Chromium's sandbox then needs its own helper, with root's rights.
function hasUserNamespaces(): boolean {
  const [command, ...args] = [...AS_NOBODY, 'unshare', '--map-root-user', 'true'];
  return command !== undefined && spawnSync(command, args).status === 0;
}

function giveRights(helper: string): void {
  execFileSync('chown', ['root:root', helper]);
  chmodSync(helper, 0o4755);
}
