import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_RECORDING_BYTES } from '../../core/recorder/recording.ts';
import { writePrivately, writePrivatelyNow, type Written } from '../files/private-file.ts';
import { readFileNow } from '../files/read-file-now.ts';
import { errorCode } from '../processes/error-code.ts';

/** By what a recording is found again: its target, and the epoch milliseconds at which its incident began. */
export interface RecordingKey {
  readonly targetId: string;
  readonly startedAt: number;
}

/** The folder of the recordings that are kept. */
export interface RecordingFiles {
  /** Writes one, and removes the oldest where there are too many. Never rejects. */
  write(key: RecordingKey, text: string): Promise<Written>;
  /** For the end of the app, which waits for nothing. Throws. */
  writeNow(key: RecordingKey, text: string): void;
  /** Nothing where there is none, or it cannot be read. */
  read(key: RecordingKey): string | undefined;
}

/** How many recordings are kept, and how many bytes they may take together. */
const KEPT = { files: 50, bytes: 8 * 1_024 * 1_024 } as const;

const NAME = /^(?<targetId>target-[0-9a-z-]{1,60})\.(?<startedAt>\d{1,16})\.json$/;

/** Makes the folder when the first recording is written. */
export function recordingFiles(folder: string): RecordingFiles {
  return {
    write: async (key, text) => {
      const name = nameOf(key);
      if (name === undefined) return { ok: false, code: 'EINVAL' };
      const written = await writePrivately(join(folder, name), text);
      if (written.ok) await removeOldest(folder);
      return written;
    },
    writeNow: (key, text) => {
      const name = nameOf(key);
      if (name !== undefined) writePrivatelyNow(join(folder, name), text);
    },
    read: (key) => {
      const name = nameOf(key);
      return name === undefined ? undefined : textIn(join(folder, name));
    },
  };
}

// What would not be found again as a name of ours is none: an id may come from the popup.
function nameOf({ targetId, startedAt }: RecordingKey): string | undefined {
  const name = `${targetId}.${startedAt}.json`;
  return NAME.test(name) ? name : undefined;
}

function textIn(path: string): string | undefined {
  try {
    return readFileNow(path, MAX_RECORDING_BYTES);
  } catch {
    // Removed, or never written: the caller tells that there is none.
    return undefined;
  }
}

async function removeOldest(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name));
  const newestFirst = names.toSorted((a, b) => startOf(b) - startOf(a));
  const sizes = await Promise.all(newestFirst.map((name) => sizeOf(join(folder, name))));
  let bytes = 0;
  const old = newestFirst.filter((_name, i) => {
    bytes += sizes[i] ?? 0;
    return i >= KEPT.files || bytes > KEPT.bytes;
  });
  // One that cannot be removed is no reason not to go on.
  await Promise.allSettled(old.map((name) => rm(join(folder, name))));
}

function startOf(name: string): number {
  return Number(NAME.exec(name)?.groups?.['startedAt']);
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 0;
    throw error;
  }
}
