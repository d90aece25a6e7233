import { lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beginOf } from '../../core/history/bucket.ts';
import { once } from '../../core/once.ts';
import { errorCode } from '../processes/error-code.ts';
import { sha256 } from '../sha256.ts';
import type { EachRecord } from './frames.ts';
import { fileAt, fileNamed, isOver, LEVELS, type Level, type LevelFile } from './levels.ts';
import { appendLog, NotOurs, readLog } from './log-file.ts';

/** Where all histories are within the data folder of the app. */
export function historiesIn(appFolder: string): string {
  return join(appFolder, 'history');
}

/** Where the history of the target at a canonical address is. The name tells nothing of the address. */
export function folderOf(root: string, url: string): string {
  return join(root, sha256(url).toString('hex').slice(0, 32));
}

/** A record that is to be kept. `at` says in which file. */
export interface Entry {
  readonly level: Level;
  readonly at: number;
  readonly frame: Buffer;
}

export interface Reading {
  /** Only the end of each file. */
  readonly tailBytes?: number;
  /** Told of what is no file of ours; it is passed over. */
  readonly onNoFile?: (path: string) => void;
}

/** The files of one target. Reading needs no lock: who reads while another process writes sees whole records only. */
export class TargetFolder {
  readonly #path: () => string;
  /** The files in whose end a torn write was looked for. */
  readonly #seen = new Set<string>();

  /** `path` is asked for once a file is: its name may be a hash, which the first verdict should not wait for. */
  constructor(path: () => string) {
    this.#path = once(path);
  }

  /** Calls `each` with every record of the files that are about this time. Throws the error of the file system. */
  read(level: Level, from: number, to: number, each: EachRecord, reading: Reading = {}): void {
    for (const file of this.#files()) {
      if (file.level === level && file.from < to && file.to > from) this.#read(file, each, reading);
    }
  }

  /** Appends records, each file in one write. Throws `NotOurs`, or the error of the file system; `onKept` tells what was kept before. */
  append(entries: readonly Entry[], onKept: (kept: readonly Entry[]) => void): void {
    const byFile = new Map<string, Entry[]>();
    for (const entry of entries) {
      const key = `${entry.level} ${beginOf(entry.at, LEVELS[entry.level].periodMs)}`;
      const some = byFile.get(key);
      if (some === undefined) byFile.set(key, [entry]);
      else some.push(entry);
    }
    for (const some of byFile.values()) {
      this.#append(some);
      onKept(some);
    }
  }

  /** Removes one file whose time is over, if there is one; no more at a time, as a clock that was set wrong makes all old. */
  prune(now: number): void {
    const old = this.#files().find((file) => isOver(file, now));
    if (old !== undefined) rmSync(join(this.#path(), old.name), { force: true });
  }

  #files(): readonly LevelFile[] {
    try {
      return readdirSync(this.#path())
        .flatMap((name) => fileNamed(name) ?? [])
        .toSorted((a, b) => a.from - b.from);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  }

  #read({ name, level }: LevelFile, each: EachRecord, { tailBytes, onNoFile }: Reading): void {
    const { maxBytes } = LEVELS[level];
    try {
      readLog(join(this.#path(), name), { maxBytes, ...(tailBytes !== undefined && { tailBytes }) }, each);
    } catch (error) {
      if (!(error instanceof NotOurs)) throw error;
      onNoFile?.(error.path);
    }
  }

  #append(entries: readonly Entry[]): void {
    const [first] = entries;
    if (first === undefined) return;
    const { name } = fileAt(first.level, first.at);
    const path = join(this.#path(), name);
    const frames = entries.map(({ frame }) => frame);
    const isFirst = !this.#seen.has(name);
    try {
      appendLog(path, frames, LEVELS[first.level], isFirst);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
      makeFolder(dirname(this.#path()));
      makeFolder(this.#path());
      appendLog(path, frames, LEVELS[first.level], isFirst);
    }
    this.#seen.add(name);
  }
}

/** Makes a folder that only its owner may enter, if it is missing. Throws `NotOurs` where something else stands. */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  if (!lstatSync(path).isDirectory()) throw new NotOurs(path, 'is no folder');
}
