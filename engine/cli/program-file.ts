import { realpath, stat } from 'node:fs/promises';
import { machine } from 'node:os';
import type { RunFact } from '../../core/diagnosis/facts.ts';
import type { Platform } from '../../core/platform.ts';
import { binaryOf, readHead } from '../facts/binary.ts';

/** What a program file is, looked at without starting it. */
export interface ProgramFile {
  /** The file behind links. */
  readonly realPath: string;
  /** Another one as soon as the file is replaced or written to. */
  readonly stamp: string;
  /** `unknown`: it may be run, but not read. */
  readonly kind: 'binary' | 'script' | 'placeholder' | 'other' | 'unknown';
  /** For which machines a binary is made. */
  readonly machines: readonly string[];
  /** What runs a script. */
  readonly interpreter: string;
}

// What npm leaves in the program's place when its install script may not run, or an optional package was left out.
const PLACEHOLDER = 'claude native binary not installed';

/** Absent when nothing stands at the path, or it is hidden from us. Never rejects. */
export async function programFile(program: string): Promise<ProgramFile | undefined> {
  try {
    const realPath = await realpath(program);
    const { mtimeMs, size } = await stat(realPath);
    return { realPath, stamp: `${realPath}\0${mtimeMs}\0${size}`, ...kindOf(await readHead(realPath)) };
  } catch {
    // Starting it will say what is wrong.
    return undefined;
  }
}

function kindOf(head: Uint8Array | undefined): Pick<ProgramFile, 'kind' | 'machines' | 'interpreter'> {
  const nothing = { machines: [], interpreter: '' };
  if (head === undefined) return { ...nothing, kind: 'unknown' };
  const fact = binaryOf(head, process.arch);
  if (fact.kind === 'binary') return { ...nothing, kind: 'binary', machines: fact.machines };
  if (fact.kind === 'script') return { ...nothing, kind: 'script', interpreter: fact.interpreter };
  return { ...nothing, kind: new TextDecoder().decode(head).includes(PLACEHOLDER) ? 'placeholder' : 'other' };
}

// What the kernel calls itself, and whose programs it runs.
const RUNS: Readonly<Record<string, readonly string[]>> = {
  x86_64: ['x64', 'ia32'],
  aarch64: ['arm64', 'arm'],
};

/**
 * Why a file is not started at all. On Linux, what the kernel will not take is handed to a shell by the C library, and
 * run line by line: a program for another machine, a download that is an error page.
 */
export function unfit(file: ProgramFile, platform: Platform): RunFact | undefined {
  if (file.kind === 'placeholder') return { kind: 'incomplete' };
  if (platform !== 'linux') return undefined;
  if (file.kind === 'other') return { kind: 'not-started', code: 'ENOEXEC' };
  const runs = RUNS[machine()];
  const isForeign = file.kind === 'binary' && runs !== undefined && !file.machines.some((each) => runs.includes(each));
  return isForeign ? { kind: 'wrong-machine' } : undefined;
}
