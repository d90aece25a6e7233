import { spawn, type ChildProcess } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

/** How a process ended. */
interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A program that was started. */
export interface StartedProcess {
  readonly pid: number;
  /** All that it printed so far, on both streams. */
  output(): string;
  readonly ended: Promise<Ending>;
}

/** Starts a program and keeps what it prints. */
export function startProcess(command: readonly string[], env: NodeJS.ProcessEnv = process.env): StartedProcess {
  const [program = '', ...args] = command;
  return observe(spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env }));
}

/** Keeps what a child process prints from now on. */
export function observe(child: ChildProcess): StartedProcess {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = new Promise<Ending>((resolve, reject) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', reject);
  });
  return { pid: child.pid ?? 0, output: () => text, ended };
}

/** A process as the system sees it. */
export interface LiveProcess {
  readonly pid: number;
  readonly commandLine: string;
}

/** All processes whose command line mentions this folder. */
export async function processesIn(folder: string): Promise<readonly LiveProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const live = await Promise.all(
    pids.map(async (pid) => ({ pid: Number(pid), commandLine: await readProc(pid, 'cmdline') })),
  );
  return live.filter(({ commandLine }) => commandLine.includes(folder));
}

/** A line of `/proc/PID/status`, such as `Seccomp`; nothing if the process has gone. */
export async function statusOf(pid: number, key: string): Promise<string | undefined> {
  const lines = (await readProc(String(pid), 'status')).split('\n');
  return lines
    .find((line) => line.startsWith(`${key}:`))
    ?.slice(key.length + 1)
    .trim();
}

// Processes end while we read.
function readProc(pid: string, file: string): Promise<string> {
  return readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
}
