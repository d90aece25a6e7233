import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/**
 * The text of a regular file of at most `maxBytes`, at once: for the few small files that are needed before anything else
 * begins. Throws the error of the file system, or one that says what is wrong with the file.
 */
export function readFileNow(path: string, maxBytes: number): string {
  // Opening a named pipe would otherwise wait for somebody to write into it.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new Error('It is no regular file');
    if (stat.size > maxBytes) throw new Error(`It is larger than ${maxBytes} bytes`);
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}
