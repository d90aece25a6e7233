import { statfs } from 'node:fs/promises';
import type { DiskFact, Gathered } from '../../core/diagnosis/facts.ts';

/** The space that is free for the user where a folder is. */
export async function freeSpace(folder: string): Promise<Gathered<DiskFact>> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return { kind: 'known', value: { freeBytes: bavail * bsize } };
  } catch {
    // A folder that is gone, or a file system that does not count its blocks.
    return { kind: 'missing', because: 'cannot-be-seen' };
  }
}
