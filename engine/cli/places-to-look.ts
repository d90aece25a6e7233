import { opendir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { knownPlaces, type KnownPlace } from '../../core/sight/known-places.ts';
import type { CliSource } from '../../core/sight/local-sight.ts';
import { compareVersions, isVersion } from '../../core/sight/program-version.ts';
import type { Platform } from '../../core/platform.ts';
import { pathOf, variable, type Environment } from '../processes/child-environment.ts';
import { asWritten, folderName, isFullPath } from './full-path.ts';

/** What is asked: whose CLI is looked for, and what was said about where it is. */
export interface CliQuestion {
  /** What the user set in the app. */
  readonly settingPath?: string;
  readonly env: Environment;
  readonly platform: Platform;
  readonly home: string;
  /** The login shell's PATH, if it could be had. */
  readonly shellPath?: string;
  readonly signal?: AbortSignal;
}

/** One place to look at: a folder, and the file names to try in it. */
export interface Place {
  readonly source: CliSource;
  readonly folder: string;
  readonly names: readonly string[];
  /** The path as it was given, if a file was named and not a folder. */
  readonly named?: string;
}

const MAX_ENTRIES = 128;
const MAX_NAMES = 512;
const MAX_VERSIONS = 16;

// What Windows would start for a bare `claude`, and the script of PowerShell's, which nothing of ours can start.
const WINDOWS_NAMES = ['claude.exe', 'claude.cmd', 'claude.ps1'] as const;
const UNIX_NAMES = ['claude'] as const;

/** All places in the order in which they are believed. Reads only the folders of version managers; runs nothing. */
export async function* placesToLook(question: CliQuestion): AsyncGenerator<Place> {
  const { settingPath, env, platform, shellPath } = question;
  const names = platform === 'windows' ? WINDOWS_NAMES : UNIX_NAMES;
  yield* named('setting', settingPath, question);
  yield* named('variable', variable(env, 'CLAUDE_CLI_PATH'), question);
  for (const folder of foldersOf(pathOf(env), platform)) yield { source: 'path', folder, names };
  for (const folder of foldersOf(shellPath ?? '', platform)) yield { source: 'shell-path', folder, names };
  for (const place of knownPlaces(question)) {
    // One folder after the other: a place on a dead network drive shall hold up one thread, not all.
    // oxlint-disable-next-line no-await-in-loop
    for (const folder of await expanded(place)) yield { source: 'known-place', folder, names };
  }
}

function named(source: CliSource, path: string | undefined, { platform, home }: CliQuestion): readonly Place[] {
  if (path === undefined || path === '') return [];
  const file = asWritten(path, home);
  const bare = platform === 'windows' && extname(file) === '';
  const names = [...(bare ? ['.exe', '.cmd', '.ps1'].map((end) => basename(file) + end) : []), basename(file)];
  return [{ source, folder: dirname(file), names, named: file }];
}

/**
 * The folders of a PATH. Empty entries and relative ones mean the current folder, where anybody may have put a program:
 * they are left out.
 */
export function foldersOf(path: string, platform: Platform): readonly string[] {
  const separator = platform === 'windows' ? ';' : ':';
  const entries = path.split(separator).map((entry) => (platform === 'windows' ? entry.replaceAll('"', '') : entry));
  return entries.filter(isFullPath).slice(0, MAX_ENTRIES).map(folderName);
}

async function expanded({ folder, inEach }: KnownPlace): Promise<readonly string[]> {
  if (!isFullPath(folder)) return [];
  if (inEach === undefined) return [folderName(folder)];
  try {
    const versions = (await firstNames(folder)).filter(isVersion);
    const newestFirst = versions.toSorted((a, b) => compareVersions(b, a)).slice(0, MAX_VERSIONS);
    return newestFirst.map((version) => join(folder, version, inEach));
  } catch {
    // This version manager is not used here.
    return [];
  }
}

async function firstNames(folder: string): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { name } of await opendir(folder)) {
    if (names.push(name) >= MAX_NAMES) break;
  }
  return names;
}
