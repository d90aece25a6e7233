import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder for programs to run in, and what removes it. */
export interface EmptyFolder {
  readonly path: string;
  remove(): void;
}

/** Makes the folder among the system's temporary ones, open to its owner only. Throws when none can be made. */
export function emptyFolder(): EmptyFolder {
  const path = mkdtempSync(join(tmpdir(), 'pilot-light-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
