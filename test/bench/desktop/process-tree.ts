import { readdirSync, readFileSync } from 'node:fs';

// What Linux calls USER_HZ, on every processor that Electron runs on.
const TICKS_PER_SECOND = 100;
const KB_PER_MB = 1_024;

/** A process and all that descend from it. */
export function processTree(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const [, parent] = /^\d+$/.test(name) ? statOf(Number(name)) : [];
    if (parent !== undefined) children.set(Number(parent), [...(children.get(Number(parent)) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

/** Memory by its kind, megabytes: what is shared counts in parts, one for each process that shares it (PSS). */
export interface Memory {
  readonly anonymous: number;
  readonly shared: number;
  /** Programs and libraries: shared with other programs that run off the same files. */
  readonly files: number;
}

/** The memory of a process and of all that descend from it. */
export function memoryOf(root: number): Memory {
  const sum = { anonymous: 0, shared: 0, files: 0 };
  for (const pid of processTree(root)) {
    const text = readProc(pid, 'smaps_rollup');
    sum.anonymous += kilobytes(text, 'Pss_Anon') / KB_PER_MB;
    sum.shared += kilobytes(text, 'Pss_Shmem') / KB_PER_MB;
    sum.files += kilobytes(text, 'Pss_File') / KB_PER_MB;
  }
  if (sum.anonymous === 0) throw new Error(`process ${root} has no memory that we may see`);
  return sum;
}

/** All kinds together, megabytes. */
export function total({ anonymous, shared, files }: Memory): number {
  return anonymous + shared + files;
}

/** CPU time that a process and all that descend from it have used so far, those that have ended included: milliseconds. */
export function cpuMsOf(root: number): number {
  const ticks = processTree(root).map((pid) => {
    const fields = statOf(pid);
    // utime, stime, cutime and cstime of proc(5), counted from the state.
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  });
  return (ticks.reduce((sum, each) => sum + each, 0) * 1_000) / TICKS_PER_SECOND;
}

/** `/proc/PID/stat` from the state on: what comes before may hold spaces and brackets. Nothing of one that has gone. */
function statOf(pid: number): readonly string[] {
  const text = readProc(pid, 'stat');
  return text === '' ? [] : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function kilobytes(text: string, key: string): number {
  return Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // Processes end while we read.
    return '';
  }
}
