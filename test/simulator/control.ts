import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import * as v from 'valibot';
import { listenOn } from './listen-on.ts';
import { originOf } from './listener.ts';
import { readOptions, type Options } from './options.ts';
import { isScenarioName, SCENARIOS, type ScenarioName } from './scenarios.ts';

const MAX_REQUEST_BYTES = 1_048_576;
const HOST = '127.0.0.1';

/** The loopback address over which a running simulator is switched. */
export interface Control {
  readonly url: string;
  close(): Promise<void>;
}

interface Played {
  readonly name: ScenarioName;
  readonly options: Options;
}

type SwitchTo = (scenario: ScenarioName, options: Options) => Promise<void>;

/** `GET /scenario` tells what is played; `POST /scenario` with `{"scenario": NAME, ...options}` plays something else. */
export async function startControl(played: Played, switchTo: SwitchTo): Promise<Control> {
  const server = createServer((request, response) => {
    handle(played, switchTo, request)
      .catch((error: unknown) => ({ status: 500, body: { error: String(error) } }))
      .then((reply) => send(response, reply))
      .catch(() => response.destroy());
  });
  const port = await listenOn(server, HOST);
  return {
    url: originOf(HOST, port),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Reply {
  readonly status: number;
  readonly body: object;
}

async function handle(played: Played, switchTo: SwitchTo, request: IncomingMessage): Promise<Reply> {
  if (request.url !== '/scenario') return { status: 404, body: { error: 'only /scenario is here' } };
  if (request.method === 'GET') return { status: 200, body: told(played) };
  if (request.method !== 'POST') return { status: 405, body: { error: 'GET or POST' } };
  const order = readOrder(await readText(request));
  if (typeof order === 'string') return { status: 400, body: { error: order, scenarios: Object.keys(SCENARIOS) } };
  await switchTo(order.name, order.options);
  return { status: 200, body: told(played) };
}

function told({ name, options }: Played): object {
  return { scenario: name, options };
}

const orderSchema = v.pipe(v.string(), v.parseJson(), v.looseObject({ scenario: v.string() }));

function readOrder(text: string): Played | string {
  const read = v.safeParse(orderSchema, text);
  if (!read.success) return 'a JSON object with a scenario is needed';
  const { scenario, ...rest } = read.output;
  if (!isScenarioName(scenario)) return 'there is no scenario of this name';
  const options = readOptions(rest);
  return typeof options === 'string' ? options : { name: scenario, options };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const piece = Buffer.from(chunk);
    bytes += piece.length;
    if (bytes > MAX_REQUEST_BYTES) throw new Error('the request is too large');
    chunks.push(piece);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
