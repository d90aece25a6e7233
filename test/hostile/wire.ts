import type { Socket } from 'node:net';

/** Speaks on one connection once the request for `path` has come in. It owns the socket from then on. */
export type Serve = (socket: Socket, path: string) => void;

export interface Head {
  readonly status?: string;
  readonly version?: string;
  readonly headers?: readonly string[];
}

export const DETAILED = {
  status: 'healthy',
  service: 'claude-proxy',
  timestamp: '2024-01-15T10:30:00Z',
  version: '1.0.0',
  components: {
    claude_cli: { status: 'healthy', path: '/usr/local/bin/claude', version: '2.0.0' },
    api_server: { status: 'healthy', uptime: '2h 15m 30s', port: 8000 },
    authentication: { status: 'healthy', logged_in: true },
  },
} as const;

/** A body that would be green if it came in an honest answer. */
export const GREEN = JSON.stringify(DETAILED);

/** The head of an answer, byte for byte as given. */
export function head({ status = '200 OK', version = 'HTTP/1.1', headers = [] }: Head = {}): string {
  return [`${version} ${status}`, ...headers, '', ''].join('\r\n');
}

/** A whole answer with an honest length. */
export function answer(body: string | Buffer, { headers = [], ...rest }: Head = {}): Buffer {
  const bytes = Buffer.from(body);
  const all = ['Content-Type: application/json', `Content-Length: ${bytes.length}`, ...headers];
  return Buffer.concat([Buffer.from(head({ ...rest, headers: all })), bytes]);
}

/** Sends these bytes and lets the connection stand. */
export function says(bytes: string | Buffer): Serve {
  return (socket) => void socket.write(bytes);
}

/** Sends these bytes and ends the connection. */
export function saysAndEnds(bytes: string | Buffer): Serve {
  return (socket) => void socket.end(bytes);
}

/** An honest 200 with this value as JSON, or this text as it is. */
export function json(value: unknown, rest: Head = {}): Serve {
  return says(answer(typeof value === 'string' ? value : JSON.stringify(value), rest));
}

/** Sends `first`, then the rest one piece at a time, as long as somebody listens. */
export function drips(first: string, rest: string | undefined, everyMs: number): Serve {
  return (socket) => {
    socket.write(first);
    let at = 0;
    const timer = setInterval(() => {
      socket.write(rest === undefined ? 'x' : (rest[at % rest.length] ?? 'x'));
      at += 1;
    }, everyMs);
    socket.on('close', () => clearInterval(timer));
  };
}

/** Sends `first`, then the same piece as fast as it is taken, without end. */
export function floods(first: string, piece: string | Buffer): Serve {
  return (socket) => {
    socket.write(first);
    const pump = (): void => {
      while (!socket.destroyed && socket.write(piece));
    };
    socket.on('drain', pump);
    pump();
  };
}

/** Serves one of these after the other, and then from the start again. */
export function inTurn(all: readonly Serve[]): Serve {
  let at = 0;
  return (socket, path) => {
    all[at % all.length]?.(socket, path);
    at += 1;
  };
}
