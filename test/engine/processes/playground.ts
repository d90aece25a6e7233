import {
  copyFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A temporary folder of a test's own: real files, real programs. */
export interface Playground {
  readonly root: string;
  /** An empty folder to run programs in. */
  readonly empty: string;
  at(...names: readonly string[]): string;
  /** Makes the folders above a path, and tells the path. */
  room(...names: readonly string[]): string;
  /** Puts an executable from `test/fixtures/cli` to a path below. */
  put(fixture: string, ...names: readonly string[]): string;
  /** Process ids that programs wrote into a file, one a line. */
  pids(file: string): readonly number[];
  /** The files by whose names it shows that something evil has run. */
  canaries(): readonly string[];
  remove(): void;
}

export function playground(): Playground {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'sight-')));
  const at = (...names: readonly string[]): string => join(root, ...names);
  const room = (...names: readonly string[]): string => {
    mkdirSync(join(root, ...names.slice(0, -1)), { recursive: true });
    return at(...names);
  };
  mkdirSync(at('empty'));
  return {
    root,
    empty: at('empty'),
    at,
    room,
    put: (fixture, ...names) => {
      const path = room(...names);
      copyFileSync(fileURLToPath(new URL(`../../fixtures/cli/${fixture}`, import.meta.url)), path);
      chmodSync(path, 0o755);
      return path;
    },
    pids: (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean).map(Number) : []),
    canaries: () =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name.startsWith('canary'))
        .map(({ name }) => name),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Whether a process runs. One that is dead and only not yet buried does not. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    // ESRCH: nobody of this number.
    return false;
  }
  if (!existsSync('/proc/self/stat')) return true;
  try {
    return !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    // It was buried in between.
    return false;
  }
}

/** Waits until something holds; the test's own limit is the limit. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
}
