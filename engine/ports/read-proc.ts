import { open, opendir, readlink, type FileHandle } from 'node:fs/promises';

/** The start of a file, or why there is none. */
export type FileStart =
  | { readonly ok: true; readonly text: string; readonly isCut: boolean }
  | { readonly ok: false; readonly problem: 'absent' | 'unreadable' };

const CHUNK_BYTES = 64 * 1_024;

/** Reads at most `maxBytes` of a file below /proc, whose size only shows at its end. */
export async function readStart(path: string, maxBytes: number): Promise<FileStart> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const { bytes, isCut } = await bytesOf(file, maxBytes);
    return { ok: true, text: bytes.toString('utf8'), isCut };
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { ok: false, problem: isAbsent ? 'absent' : 'unreadable' };
  } finally {
    await file?.close();
  }
}

/** At most `max` names of entries in a folder, in its own order; none where it may not be read, or is gone. */
export async function namesIn(folder: string, max: number): Promise<readonly string[]> {
  const names: string[] = [];
  try {
    // Leaving the loop closes the folder.
    for await (const { name } of await opendir(folder, { bufferSize: 256 })) {
      if (names.push(name) === max) break;
    }
  } catch {
    // Another user's process, or one that has ended: what was seen of it is all there is to see.
  }
  return names;
}

/** Where a link leads; `undefined` where it may not be read, or is gone. */
export async function linkTarget(path: string): Promise<string | undefined> {
  try {
    return await readlink(path);
  } catch {
    // The same two cases: not ours to see, or gone.
    return undefined;
  }
}

async function bytesOf(file: FileHandle, max: number): Promise<{ readonly bytes: Buffer; readonly isCut: boolean }> {
  const chunks: Buffer[] = [];
  // The kernel hands over a page at a time, however much is asked for.
  const page = Buffer.alloc(Math.min(CHUNK_BYTES, max));
  let left = max;
  while (left > 0) {
    // Each piece begins where the one before it ended.
    // oxlint-disable-next-line no-await-in-loop
    const { bytesRead } = await file.read(page, 0, Math.min(page.length, left));
    if (bytesRead === 0) break;
    chunks.push(Buffer.from(page.subarray(0, bytesRead)));
    left -= bytesRead;
  }
  return { bytes: Buffer.concat(chunks), isCut: left === 0 };
}
