import type { ChildProcessByStdio, spawn } from 'node:child_process';
import { isAbsolute } from 'node:path';
import type { Readable } from 'node:stream';
import type { Clock } from '../clock.ts';
import { atMost } from './at-most.ts';
import { errorCode } from './error-code.ts';

/** A program to start: the file itself, never a line for a shell. */
export interface Program {
  /** Absolute. */
  readonly path: string;
  readonly args: readonly string[];
  /** The whole environment, see `childEnvironment`. */
  readonly env: Readonly<Record<string, string>>;
  /** An existing, empty folder to run in: programs read settings from where they are started. */
  readonly folder: string;
  /** After this many milliseconds the program is killed, whatever it does. */
  readonly limitMs: number;
  /** More output than this many bytes, both streams together, and it is killed. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
}

/** How a program ended. Output is text from outside: as it came, neither plain nor to be trusted. */
export type ProgramResult =
  | {
      readonly kind: 'exited';
      /** Absent when a signal of somebody else ended it, such as an illegal instruction. */
      readonly code?: number;
      readonly signal?: string;
      readonly stdout: string;
      readonly stderr: string;
      readonly ms: number;
    }
  | { readonly kind: 'not-started'; readonly code: string }
  | { readonly kind: 'timed-out' }
  | { readonly kind: 'too-much-output' }
  | { readonly kind: 'cancelled' };

type Child = ChildProcessByStdio<null, Readable, Readable>;

// A grandchild that fled the group may hold the pipes for ever; a process stuck in the kernel may outlive a SIGKILL.
const LAST_WORDS_MS = 1_000;

// What this very machine can do, so no argument: Windows has no process groups, and a detached child gets a window there.
const HAS_GROUPS = process.platform !== 'win32';

/**
 * Starts one program without a shell and without a terminal, stdin at its end, in a process group of its own, and waits
 * for its end. Whatever it started in its group is gone when this settles. Never rejects.
 */
export async function runProgram(program: Program, clock: Clock): Promise<ProgramResult> {
  if (!isAbsolute(program.path)) return { kind: 'not-started', code: 'not-absolute' };
  // Loaded only where a program is started: it takes longer than a look at a login.
  const processes = await import('node:child_process');
  if (program.signal?.aborted === true) return { kind: 'cancelled' };
  try {
    return await watchOver(start(program, processes.spawn), program, clock);
  } catch (error) {
    // Most failures come as an event; a NUL in an argument, E2BIG and their kind are thrown.
    return notStarted(error);
  }
}

function start({ path, args, env, folder }: Program, startProcess: typeof spawn): Child {
  return startProcess(path, [...args], {
    cwd: folder,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: HAS_GROUPS,
    windowsHide: true,
  });
}

type Exit = { readonly kind: 'exit'; readonly code?: number; readonly signal?: string };
type End = Exit | Exclude<ProgramResult, { readonly kind: 'exited' }>;

async function watchOver(child: Child, program: Program, clock: Clock): Promise<ProgramResult> {
  const startedAt = clock.monotonic();
  const closed = new Promise<void>((resolve) => void child.once('close', () => resolve()));
  const output = collect(child, program.maxBytes);
  const end = await firstEnd(child, program, output, clock);
  killGroup(child);
  if (child.pid !== undefined) await atMost(clock, LAST_WORDS_MS, closed);
  output.stop();
  child.unref();
  if (end.kind !== 'exit') return end;
  if (output.isTooMuch()) return { kind: 'too-much-output' };
  return { ...end, kind: 'exited', ...output.texts(), ms: Math.round(clock.monotonic() - startedAt) };
}

function firstEnd(child: Child, { limitMs, signal }: Program, output: Output, clock: Clock): Promise<End> {
  return new Promise((resolve) => {
    const stopTimer = clock.after(limitMs, () => end({ kind: 'timed-out' }));
    const cancel = (): void => end({ kind: 'cancelled' });
    function end(how: End): void {
      stopTimer();
      signal?.removeEventListener('abort', cancel);
      resolve(how);
    }
    signal?.addEventListener('abort', cancel, { once: true });
    output.onTooMuch(() => end({ kind: 'too-much-output' }));
    child.once('exit', (code, name) =>
      end({ kind: 'exit', ...(code !== null && { code }), ...(name !== null && { signal: name }) }),
    );
    child.on('error', (error) => {
      // Later errors are about signals that did not arrive; the time limit deals with those.
      if (child.pid === undefined) end(notStarted(error));
    });
  });
}

interface Output {
  onTooMuch(run: () => void): void;
  isTooMuch(): boolean;
  texts(): { readonly stdout: string; readonly stderr: string };
  stop(): void;
}

function collect(child: Child, maxBytes: number): Output {
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  let bytes = 0;
  let tooMuch = (): void => undefined;
  const into = (chunks: Buffer[]) => (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= maxBytes) chunks.push(chunk);
    else tooMuch();
  };
  child.stdout.on('data', into(stdout)).on('error', ignoreBrokenPipe);
  child.stderr.on('data', into(stderr)).on('error', ignoreBrokenPipe);
  return {
    onTooMuch: (run) => {
      tooMuch = run;
    },
    isTooMuch: () => bytes > maxBytes,
    texts: () => ({ stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8') }),
    stop: () => {
      child.stdout.destroy();
      child.stderr.destroy();
    },
  };
}

// How the program ended says more than how its pipes did; unheard, this error would end the app.
const ignoreBrokenPipe = (): void => undefined;

function killGroup({ pid }: Child): void {
  if (pid === undefined) return;
  try {
    process.kill(HAS_GROUPS ? -pid : pid, 'SIGKILL');
  } catch {
    // Nobody is left in the group (ESRCH; on a Mac EPERM while the last one is being buried): what was wanted.
  }
}

function notStarted(error: unknown): Extract<ProgramResult, { readonly kind: 'not-started' }> {
  return { kind: 'not-started', code: errorCode(error) ?? 'unknown' };
}
