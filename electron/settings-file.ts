import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { readSettings, type Settings } from '../core/settings.ts';
import type { Log } from './log.ts';

const MAX_BYTES = 1_048_576;

/** The settings in this file; the defaults where it is missing, unreadable, larger than 1 MiB or no regular file. */
export function readSettingsFile(path: string, log: Log): Settings {
  try {
    return readSettings(JSON.parse(readRegularFile(path)));
  } catch (error) {
    if (!isMissing(error)) log(`The settings in ${path} cannot be read; using the defaults`, error);
    return readSettings(undefined);
  }
}

function readRegularFile(path: string): string {
  // Opening a named pipe would otherwise wait for somebody to write into it.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const { size } = sizeOf(file);
    if (size > MAX_BYTES) throw new Error(`It is larger than ${MAX_BYTES} bytes`);
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

function sizeOf(file: number): { readonly size: number } {
  const stat = fstatSync(file);
  if (!stat.isFile()) throw new Error('It is no regular file');
  return stat;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
