import { constants, type Stats } from 'node:fs';
import { access, lstat, realpath, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { CliState } from '../../core/sight/local-sight.ts';
import type { Platform } from '../../core/platform.ts';
import { errorCode } from '../processes/error-code.ts';
import { isReplaceableByAnybody } from './folder-safety.ts';

/** What stands at a path. */
export interface Standing {
  readonly state: CliState;
  /** The file behind links and behind a Windows shim. */
  readonly realPath: string;
  /** What to start, if it is a program: the path itself, since some managers' links depend on their name. */
  readonly program?: string;
}

/** Looks at a path without opening or starting anything. Absent: nothing stands there, or it is hidden from us. */
export async function programAt(path: string, platform: Platform): Promise<Standing | 'nothing' | 'hidden'> {
  try {
    await lstat(path);
  } catch (error) {
    return errorCode(error) === 'EACCES' ? 'hidden' : 'nothing';
  }
  try {
    const seen = await stat(path);
    const realPath = await realpath(path);
    if (seen.isDirectory()) return { state: 'folder', realPath };
    return platform === 'windows' ? await onWindows(path, realPath, seen) : await onUnix(path, realPath, seen);
  } catch (error) {
    const code = errorCode(error);
    // What is hidden or vanished half-way is not there for us; ELOOP is a link to itself.
    return { state: code === 'ENOENT' || code === 'ELOOP' ? 'dangling' : 'unreadable', realPath: path };
  }
}

async function onUnix(path: string, realPath: string, seen: Stats): Promise<Standing> {
  // An empty file would be "run" by a shell and say nothing: what a broken download leaves behind.
  if (!seen.isFile() || seen.size === 0 || !(await mayExecute(path))) return { state: 'not-executable', realPath };
  if (await isReplaceableByAnybody(path)) return { state: 'unsafe-folder', realPath };
  return { state: 'program', realPath, program: path };
}

async function mayExecute(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    // No execute bit for us, or a disk from which nothing may be run.
    return false;
  }
}

const STARTS: ReadonlySet<string> = new Set(['.exe', '.com']);
const SHIMS: ReadonlySet<string> = new Set(['.cmd', '.bat']);

async function onWindows(path: string, realPath: string, seen: Stats): Promise<Standing> {
  const extension = extname(path).toLowerCase();
  if (seen.isFile() && STARTS.has(extension)) return { state: 'program', realPath, program: path };
  return (SHIMS.has(extension) && (await behindShim(path))) || { state: 'not-executable', realPath };
}

// A .cmd needs a shell, whose quoting rules no path is safe from. npm puts the real program at a fixed place beside it;
// before 2.1.113 that was a script for Node, which only the shim can start.
async function behindShim(shim: string): Promise<Standing | undefined> {
  const installed = join(dirname(shim), 'node_modules', '@anthropic-ai', 'claude-code');
  const [native, script] = [join(installed, 'bin', 'claude.exe'), join(installed, 'cli.js')];
  if (await isFile(native)) return { state: 'program', realPath: native, program: native };
  return (await isFile(script)) ? { state: 'not-executable', realPath: script } : undefined;
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    // Not installed in this way.
    return false;
  }
}
