import { createServer } from 'node:http';
import { once } from 'node:events';

/** A server that nobody may reach: it remembers every connection that was made to it. */
export interface Witness {
  readonly url: string;
  connections(): number;
  close(): Promise<void>;
}

export async function startWitness(): Promise<Witness> {
  let connections = 0;
  const server = createServer((_request, response) => response.end('<script>parent.hacked = true</script>'));
  server.on('connection', () => (connections += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The witness has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    connections: () => connections,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
