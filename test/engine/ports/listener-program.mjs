// Listens on the address and port that it is given (on :: for IPv6 alone), and says which port it got.
import { createServer } from 'node:net';

const [host, port] = process.argv.slice(2);
const server = createServer();
server.listen({ host, port: Number(port), ipv6Only: true }, () => {
  process.stdout.write(`${JSON.stringify(server.address())}\n`);
});
