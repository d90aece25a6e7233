import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Something that listens. */
export interface Listening {
  readonly pid: number;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

/** Listens on the address and port that it is given. */
export const LISTENER_PROGRAM = fileURLToPath(new URL('./listener-program.mjs', import.meta.url));
const PORT_SAID = /"port":(\d+)|port (\d+)/;

/** This process, listening. */
export async function listenHere(host: string, port = 0): Promise<Listening> {
  const server = createServer();
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');
  return { pid: process.pid, port: address.port, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** A node of its own, listening. */
export function listenInNode(host: string, port = 0): Promise<Listening> {
  return started([process.execPath, LISTENER_PROGRAM, host, String(port)]);
}

/** The web server of Python, listening. */
export function listenInPython(host: string): Promise<Listening> {
  return started(['python3', '-u', '-m', 'http.server', '0', '--bind', host]);
}

/** Whatever this command starts, once it has said its port. */
export async function started([command = '', ...args]: readonly string[]): Promise<Listening> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  // Read to the end: a program whose words nobody reads would fail at the next one.
  const firstLine = once(createInterface({ input: child.stdout }), 'line');
  const said = await Promise.race([firstLine, gone.then(() => [])]);
  const [, json, words] = PORT_SAID.exec(String(said[0])) ?? [];
  return {
    pid: child.pid ?? 0,
    port: Number(json ?? words),
    stop: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
