import { createServer } from 'node:http';

// A healthy proxy for a process of its own: `node proxy-program.mjs PORT` (0: any free one) is ready, but listens only when
// a line comes in, and then says on which port.
const body = JSON.stringify({ status: 'healthy', service: 'claude-proxy', version: '1.0.0' });
const server = createServer((request, response) => {
  response.writeHead(request.url === '/health' ? 200 : 404, { 'content-type': 'application/json' }).end(body);
});

server.on('listening', () => console.log(JSON.stringify(server.address())));
process.stdin.once('data', () => server.listen(Number(process.argv[2]), '127.0.0.1'));
// Whoever started it is gone.
process.stdin.once('end', () => process.exit(0));
