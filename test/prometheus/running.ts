import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { Program } from './programs.ts';

/** A program that serves HTTP on a port of its own, with all that it wrote. */
export interface Running {
  readonly url: string;
  readonly log: () => string;
  stop(): Promise<void>;
}

const LIMIT_MS = 20_000;
const LOOK_MS = 50;

/** A port of this computer that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Starts a program that is ready when its page `/-/healthy` answers. */
export async function startProgram(program: Program, port: number, args: readonly string[]): Promise<Running> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (log += data.toString()));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    await until(`${program} is ready`, async () => (await fetch(`${url}/-/healthy`)).ok);
  } catch (error) {
    await stop();
    throw new Error(`${String(error)}\n${log}`, { cause: error });
  }
  return { url, log: () => log, stop };
}

/** Waits until something is so; what throws is not so yet. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + LIMIT_MS;
  let last: unknown;
  for (;;) {
    try {
      // Looks one after the other.
      // oxlint-disable-next-line no-await-in-loop
      if (await isSo()) return;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) throw new Error(`not so after ${LIMIT_MS} ms: ${what}`, { cause: last });
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
