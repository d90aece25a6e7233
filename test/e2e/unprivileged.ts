import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { electronProgram, IS_ROOT, PROJECT } from './app.ts';

// "nobody" on every Linux: a user who owns nothing.
const NOBODY = '65534';

// The folder that we are in may be closed to everybody else, and a program does not start where it may not be.
const ANYWHERE = ['env', '--chdir=/'];

/** Runs a command as somebody who is not root: as `nobody` if we are root, else as ourselves. */
export const AS_NOBODY: readonly string[] = IS_ROOT
  ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups', '--', ...ANYWHERE]
  : [];

/** What an unprivileged user needs to start the app on a desktop of his own: a clone may lie where only its owner may look. */
export interface UnprivilegedCopy {
  /** The folder that Electron is started with. */
  readonly app: string;
  readonly electron: string;
  /** The command that runs another one inside a private desktop. */
  readonly session: readonly string[];
}

/** Copies all of that into `folder`, and gives it to that user. */
export function copyForNobody(folder: string): UnprivilegedCopy {
  const app = join(folder, 'app');
  for (const part of [
    'package.json',
    'out/main',
    'out/preload',
    'out/renderer',
    'out/icons',
    'build/setup',
    'test/desktop',
  ]) {
    cpSync(join(PROJECT, part), join(app, part), { recursive: true });
  }
  const runtime = hasUserNamespaces()
    ? runnable(dirname(electronProgram()), folder)
    : copied(dirname(electronProgram()), folder);
  const electron = join(runtime, basename(electronProgram()));
  const session = [runnable(process.execPath, folder), join(app, 'test', 'desktop', 'session.mjs')];
  if (IS_ROOT) execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, folder]);
  chmodSync(folder, 0o700);
  if (!hasUserNamespaces()) giveRights(join(runtime, 'chrome-sandbox'));
  return { app, electron, session };
}

/** The program or folder itself, or a copy of it where that user may not get at it. */
function runnable(path: string, folder: string): string {
  const [command, ...args] = [...AS_NOBODY, 'test', '-x', path];
  if (spawnSync(command, args).status === 0) return path;
  return copied(path, folder);
}

function copied(path: string, folder: string): string {
  const copy = join(folder, basename(path));
  cpSync(path, copy, { recursive: true });
  return copy;
}

// Many containers deny them to ordinary users; Chromium's sandbox then needs its own helper, with root's rights.
function hasUserNamespaces(): boolean {
  const [command, ...args] = [...AS_NOBODY, 'unshare', '--user', 'true'];
  return command !== undefined && spawnSync(command, args).status === 0;
}

function giveRights(helper: string): void {
  execFileSync('chown', ['root:root', helper]);
  chmodSync(helper, 0o4755);
}
