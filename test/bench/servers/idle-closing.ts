import { createServer } from 'node:net';
import { answer, GREEN } from '../../hostile/wire.ts';
import { listenOn } from '../../simulator/listen-on.ts';

export interface IdleClosing {
  readonly url: string;
  readonly close: () => void;
}

/** A healthy proxy that ends each connection once it was idle for so many milliseconds, and never announces it. */
export async function startIdleClosing(afterMs: number): Promise<IdleClosing> {
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    // A request comes in one piece here, and only when the one before was answered.
    socket.on('data', () => {
      socket.write(answer(GREEN));
      if (afterMs === 0) socket.end();
      const timer = setTimeout(() => socket.end(), afterMs);
      socket.once('data', () => clearTimeout(timer));
    });
  });
  const port = await listenOn(server);
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}
