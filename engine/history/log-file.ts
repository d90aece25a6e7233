import { closeSync, constants, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { errorCode } from '../processes/error-code.ts';
import { eachFrame, HEADER, type EachRecord } from './frames.ts';

/** Something stands at a path of ours that is none of ours: a link, a pipe, a file of another form or of a later app. */
export class NotOurs extends Error {
  readonly path: string;

  constructor(path: string, what: string) {
    super(`${path} ${what}`);
    this.path = path;
  }
}

export interface LogLimits {
  /** No more is read, and nothing is written beyond it. */
  readonly maxBytes: number;
  /** Only the end of the file is read. */
  readonly tailBytes?: number;
}

// Where the system has them: never through a link, and never waiting for who writes into a pipe.
const CAREFULLY = (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Calls `each` with every whole record. A file that is missing has none. Throws `NotOurs`, or the error of the file system.
 */
export function readLog(path: string, limits: LogLimits, each: EachRecord): void {
  const file = openOrNone(path);
  if (file === undefined) return;
  try {
    const size = ourSize(file, path, limits.maxBytes);
    const from = Math.max(HEADER.length, size - (limits.tailBytes ?? size));
    eachFrame(bytesOf(file, from, size), each);
  } finally {
    closeSync(file);
  }
}

/**
 * Appends records in one write, to a file that only its owner may read; makes it, if it is missing. `isFirst`: what a torn
 * write left at the end is cut off before. Throws as `readLog`.
 */
export function appendLog(path: string, records: readonly Buffer[], { maxBytes }: LogLimits, isFirst: boolean): void {
  const access = isFirst ? constants.O_RDWR : constants.O_WRONLY;
  const file = open(path, access | constants.O_APPEND | constants.O_CREAT);
  try {
    const size = isFirst ? cutTorn(file, path, maxBytes) : sizeOf(file, path);
    const bytes = Buffer.concat(size === 0 ? [HEADER, ...records] : records);
    if (size + bytes.length <= maxBytes) writeWhole(file, bytes, size);
  } finally {
    closeSync(file);
  }
}

/** Returns the size that is left. */
function cutTorn(file: number, path: string, maxBytes: number): number {
  const size = ourSize(file, path, maxBytes);
  const end = size < HEADER.length ? 0 : HEADER.length + eachFrame(bytesOf(file, HEADER.length, size), () => {});
  if (end < size) ftruncateSync(file, end);
  return end;
}

// Half a record would be in the way of the next.
function writeWhole(file: number, bytes: Buffer, size: number): void {
  try {
    const written = writeSync(file, bytes);
    if (written < bytes.length) throw Object.assign(new Error('The disk is full'), { code: 'ENOSPC' });
  } catch (error) {
    ftruncateSync(file, size);
    throw error;
  }
}

/** The size of a file that begins as ours do. */
function ourSize(file: number, path: string, maxBytes: number): number {
  const size = Math.min(sizeOf(file, path), maxBytes);
  const head = bytesOf(file, 0, Math.min(size, HEADER.length));
  if (!head.equals(HEADER.subarray(0, head.length))) throw new NotOurs(path, 'is of another form');
  return size;
}

function bytesOf(file: number, from: number, to: number): Buffer {
  const bytes = Buffer.allocUnsafe(Math.max(0, to - from));
  return bytes.subarray(0, bytes.length === 0 ? 0 : readSync(file, bytes, 0, bytes.length, from));
}

function sizeOf(file: number, path: string): number {
  const stat = fstatSync(file);
  if (!stat.isFile()) throw new NotOurs(path, 'is no regular file');
  return stat.size;
}

function openOrNone(path: string): number | undefined {
  try {
    return open(path, constants.O_RDONLY);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

// What these codes say of a path: it is a link, a folder, a pipe that nobody reads.
const NO_FILE: ReadonlySet<string> = new Set(['ELOOP', 'EMLINK', 'EISDIR', 'ENXIO']);

function open(path: string, flags: number): number {
  try {
    return openSync(path, flags | CAREFULLY, 0o600);
  } catch (error) {
    if (NO_FILE.has(errorCode(error) ?? '')) throw new NotOurs(path, 'is no regular file');
    throw error;
  }
}
