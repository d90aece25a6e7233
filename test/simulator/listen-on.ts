import { once } from 'node:events';
import type { Server } from 'node:net';

/** Starts listening and tells on which port (0: a free one). Rejects when the port cannot be had. */
export async function listenOn(server: Server, host = '127.0.0.1', port = 0): Promise<number> {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening on a TCP port');
  return address.port;
}
