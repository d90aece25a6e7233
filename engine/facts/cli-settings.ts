import type { FileState } from '../../core/diagnosis/facts.ts';
import { configPlaces } from '../cli/config-places.ts';
import { readSmallFile } from '../cli/read-small-file.ts';
import type { Clock } from '../clock.ts';
import type { Environment } from '../processes/child-environment.ts';

// It holds years of history; the CLI itself reads all of it at every start.
const MAX_BYTES = 32 * 1_024 * 1_024;
const HALF_WRITTEN_MS = 150;

/**
 * Whether the CLI's own settings file, `.claude.json`, can be read by it. Nothing of it is kept. What is no object is
 * damaged: some versions refuse it, others start over and lose what it held (measured with 2.1.197 and 2.1.331).
 */
export async function readCliSettings(env: Environment, home: string, clock: Clock): Promise<FileState> {
  const path = configPlaces(env, home)?.account;
  // Where it would be depends on where the CLI is started.
  if (path === undefined) return 'unreadable';
  const first = await stateOf(path);
  if (first !== 'damaged') return first;
  // The CLI may be writing it at this very moment.
  await new Promise<void>((resolve) => void clock.after(HALF_WRITTEN_MS, resolve));
  return stateOf(path);
}

async function stateOf(path: string): Promise<FileState> {
  const file = await readSmallFile(path, MAX_BYTES);
  if (file.kind !== 'text') return file.kind;
  return isObject(file.text) ? 'ok' : 'damaged';
}

function isObject(text: string): boolean {
  try {
    // The CLI takes a byte order mark, too.
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    // The error would quote the text, so it is dropped.
    return false;
  }
}
