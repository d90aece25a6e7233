import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('./proxy-program.mjs', import.meta.url));

/** A healthy proxy in a process of its own. */
export interface ProxyProcess {
  /** Listens from now on, and tells where. */
  listen(): Promise<{ readonly url: string; readonly port: number }>;
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  /** kill -9; done when the process is gone. */
  kill(): Promise<void>;
}

/** Starts the process, ready to listen on the port (absent: a free one). */
export function startProxyProcess(port = 0): ProxyProcess {
  const child = spawn(process.execPath, [PROGRAM, String(port)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  return {
    listen: async () => {
      child.stdin.write('\n');
      const [said] = await once(child.stdout, 'data');
      const { port: listensOn }: { port: number } = JSON.parse(String(said));
      return { url: `http://127.0.0.1:${listensOn}`, port: listensOn };
    },
    signal: (name) => void child.kill(name),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
