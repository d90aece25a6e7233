import { createServer, type RequestListener } from 'node:http';
import { listenOn } from './listen-on.ts';

/** An HTTP server on one fixed port that can vanish and come back, as a process does that is killed and started. */
export interface Listener {
  readonly port: number;
  /** Listens (again). Rejects when somebody else took the port meanwhile. */
  up(): Promise<void>;
  /** Stops listening and drops every connection at once. */
  down(): void;
  /** Milliseconds for which an idle connection is kept from now on. */
  keepIdle(ms: number): void;
}

/** Listens on the port (0: a free one) and stays there. */
export async function openListener(host: string, wanted: number, answer: RequestListener): Promise<Listener> {
  const server = createServer(answer);
  const port = await listenOn(server, host, wanted);
  let opening: Promise<unknown> | undefined;
  return {
    port,
    up: async () => {
      if (server.listening) return;
      opening ??= listenOn(server, host, port).finally(() => (opening = undefined));
      await opening;
    },
    down: () => {
      if (server.listening) server.close();
      server.closeAllConnections();
    },
    keepIdle: (ms) => {
      server.keepAliveTimeout = ms;
    },
  };
}

/** An address as it is written in a URL: IPv6 in brackets. */
export function originOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
