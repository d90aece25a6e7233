import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { errorCode } from '../processes/error-code.ts';

/** The text of a file with its mode bits, or why there is none. */
export type SmallFile =
  | { readonly kind: 'text'; readonly text: string; readonly mode: number }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly mode?: number };

/**
 * Reads a regular file of at most `maxBytes`. Anything else (a folder, a pipe that would never end, a device, a file that
 * is too large or not ours to read) is `unreadable`. Never waits for a writer, never rejects.
 */
export async function readSmallFile(path: string, maxBytes: number): Promise<SmallFile> {
  let mode: number | undefined;
  try {
    // Looked at before it is opened: opening alone has effects on some devices.
    const seen = await stat(path);
    mode = seen.mode;
    const text = seen.isFile() ? await textOf(path, maxBytes) : undefined;
    return text === undefined ? { kind: 'unreadable', mode } : { kind: 'text', text, mode };
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'absent' };
    return { kind: 'unreadable', ...(mode !== undefined && { mode }) };
  }
}

async function textOf(path: string, maxBytes: number): Promise<string | undefined> {
  // It may have become a pipe since it was looked at: then opening must not wait.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const seen = await file.stat();
    if (!seen.isFile() || seen.size > maxBytes) return undefined;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(seen.size), 0, seen.size, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
