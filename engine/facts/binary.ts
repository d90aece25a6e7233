import { constants } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { BinaryFact } from '../../core/diagnosis/facts.ts';
import { plain } from '../../core/plain.ts';
import { madeFor } from './binary-format.ts';

const HEAD_BYTES = 4_096;
// What Linux itself reads of such a line.
const MAX_INTERPRETER = 255;
const SCRIPT = /^#![ \t]*([^\n]+)/;

/** For which machines a program file is made. `here` is this computer's processor, in Node's words. Never rejects. */
export async function readBinary(path: string, here: string): Promise<BinaryFact> {
  return binaryOf((await readHead(path)) ?? new Uint8Array(), here);
}

/** The first 4 kB of a regular file; absent when it cannot be read. Never waits for a writer, never rejects. */
export async function readHead(path: string): Promise<Uint8Array | undefined> {
  try {
    // Looked at before it is opened: opening alone has effects on some devices.
    return (await stat(path)).isFile() ? await headOf(path) : undefined;
  } catch {
    // Gone, or not ours to read; some programs may be run and not read.
    return undefined;
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  // It may have become a pipe since it was looked at: then opening must not wait.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What the head of a file tells. */
export function binaryOf(head: Uint8Array, here: string): BinaryFact {
  const made = madeFor(head);
  if (made !== undefined) return { here, kind: 'binary', ...made };
  const line = SCRIPT.exec(new TextDecoder().decode(head))?.[1]?.trim();
  return line === undefined || line === ''
    ? { here, kind: 'other' }
    : { here, kind: 'script', interpreter: plain(line, MAX_INTERPRETER) };
}
