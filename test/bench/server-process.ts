import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './places.ts';

const START_LIMIT_MS = 20_000;

/** A proxy in a process of its own, which listens. */
export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  /** kill -9: gone without goodbye. The signal is sent at once; done when the system has said so. */
  kill(): Promise<void>;
}

/** Starts a proxy on a port (absent: a free one). */
export type StartServer = (port?: number) => Promise<ServerProcess>;

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** The simulator, a Node process. */
export const startSimulatorProcess: StartServer = (port = 0) =>
  startNode(join(ROOT, 'out', 'simulator', 'simulator.js'), 'healthy', '--port', String(port));

/** An ASGI application on uvicorn, as most real proxies are. */
export const startUvicorn: StartServer = (port = 0) => {
  const folder = join(ROOT, 'test', 'bench', 'servers');
  const args = ['uvicorn_proxy:app', '--app-dir', folder, '--port', String(port), '--no-access-log', '--no-use-colors'];
  return start('uvicorn', args, (line) => /running on (http:\S+)/.exec(line)?.[1]);
};

/** One of the servers of this folder, in the bundle that is running. */
export function startOwnServer(name: string, ...args: readonly string[]): Promise<ServerProcess> {
  return startNode(process.argv[1] ?? '', 'serve', name, ...args);
}

function startNode(script: string, ...args: readonly string[]): Promise<ServerProcess> {
  return start(process.execPath, [script, ...args], (line) => /"url":"([^"]+)"/.exec(line)?.[1]);
}

type ReadUrl = (line: string) => string | undefined;

async function start(command: string, args: readonly string[], readUrl: ReadUrl): Promise<ServerProcess> {
  // Python would leave its byte code in the source tree.
  // With a home of its own it is not taken for a proxy that uses this user's login.
  const env = { ...process.env, HOME: '/nonexistent', PYTHONDONTWRITEBYTECODE: '1' };
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  running.add(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void ended.then(() => running.delete(child));
  const url = await firstUrl(child, readUrl);
  return {
    url,
    port: Number(new URL(url).port),
    signal: (name) => void child.kill(name),
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}

/** Reads both streams to their ends, so that the server never waits for us; rejects with what it said instead. */
async function firstUrl(child: ChildProcess, readUrl: ReadUrl): Promise<string> {
  const said: string[] = [];
  const found = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        if (said.length < 50) said.push(line);
        const url = readUrl(line);
        if (url !== undefined) resolve(url);
      });
    }
  });
  const given = AbortSignal.timeout(START_LIMIT_MS);
  const gone = once(child, 'exit', { signal: given }).then(
    () => Promise.reject(new Error(`${child.spawnfile} ended at once: ${said.join(' / ')}`)),
    (error: unknown) =>
      Promise.reject(new Error(`${child.spawnfile} does not listen: ${said.join(' / ')}`, { cause: error })),
  );
  return Promise.race([found, gone]);
}
