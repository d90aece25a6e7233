import type { Inputs } from './hostile-input.ts';
import { DETAILED, GREEN, inTurn, json } from './wire.ts';

const { components } = DETAILED;
const { claude_cli: cli, authentication: signIn } = components;

const UNAVAILABLE = { status: '503 Service Unavailable' } as const;
const KEPT = 'what is odd is left out, and health is said as documented';

const MANY = 10_000;

const within = (part: 'claude_cli' | 'api_server' | 'authentication', fields: object) =>
  json({ ...DETAILED, components: { ...components, [part]: { ...components[part], ...fields } } });

/** The healthy body with a further key, written as it is: not all that can be sent can be said in JavaScript. */
const withRaw = (raw: string) => json(`${GREEN.slice(0, -1)},${raw}}`);

const withServer = (raw: string) => json(GREEN.replace('"port":8000', raw));

const parts = (value: unknown) => Object.fromEntries(Array.from({ length: MANY }, (_, i) => [`c${i}`, value]));

const lettered = (number: number, entries: readonly Inputs[string][]): Inputs =>
  Object.fromEntries(entries.map((input, i) => [`${number}${'abcdefghijklmnopqrstuvwxyz'.charAt(i)}`, input]));

const TEN_MEGABYTES = 10_000_000;

const UPTIMES = ['2h 15m 30s', '0s', '-1h', '99999999999h', '99999d', 8_130, null, '', '1e9s', '2h15', {}, [], true];

const TIMES = [
  'never',
  '',
  '2024-13-45T99:99:99Z',
  '+275760-09-13T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  '2024-01-15',
  0,
  -1,
  1e300,
  1_705_314_600,
  1_705_314_600_000,
  8.64e15,
  Date.now() + 7_200_001,
  Date.now() - 86_400_000,
  null,
];

/** 34, 39-44, 47 and 48: well-formed answers whose size, shape, numbers and times are odd. */
export const CONTENT: Inputs = {
  ...lettered(34, [
    {
      what: '10 MB in error, version and path',
      serve: (socket, path) => {
        const text = 'x'.repeat(TEN_MEGABYTES);
        json({ ...DETAILED, version: text, error: text, components: { claude_cli: { ...cli, path: text } } })(
          socket,
          path,
        );
      },
    },
    {
      what: '80 KB in error, version and path each',
      serve: json({
        status: 'error',
        version: 'v'.repeat(80_000),
        error: 'e'.repeat(80_000),
        path: 'p'.repeat(80_000),
      }),
    },
  ]),
  '38x': { what: '10,000 marks on one letter', serve: unwell(`e${'\u0301'.repeat(10_000)}`) },
  '38y': { what: '5,000 joined emoji', serve: unwell('👩🏽‍🚀'.repeat(5_000)) },
  '38z': { what: '100 KB without a place to break', serve: unwell('x'.repeat(100_000)) },
  '37x': {
    what: 'a server without a name',
    serve: json('<html></html>', { status: '404 Not Found', headers: ['Server:'] }),
  },
  ...lettered(39, [
    { what: '__proto__', serve: withRaw('"__proto__":{"polluted":1}'), mayBeGreen: KEPT },
    { what: 'constructor.prototype', serve: withRaw('"constructor":{"prototype":{"polluted":1}}'), mayBeGreen: KEPT },
    { what: 'health by inheritance alone', serve: json(`{"__proto__":${GREEN}}`) },
    { what: 'a status by inheritance alone', serve: json(`{"__proto__":{"status":"healthy"},"components":{}}`) },
    {
      what: 'components named after what objects inherit',
      serve: json(
        GREEN.replace(
          '"claude_cli":',
          '"__proto__":{"status":"healthy"},"constructor":{},"toString":null,"claude_cli":',
        ),
      ),
      mayBeGreen: KEPT,
    },
  ]),
  ...lettered(40, [
    { what: '100,000 nested arrays', serve: withRaw(`"x":${nested('[', ']', 100_000)}`), mayBeGreen: KEPT },
    { what: '20,000 nested objects', serve: withRaw(`"x":${nested('{"x":', '}', 20_000, '1')}`), mayBeGreen: KEPT },
    { what: 'a status in 100,000 arrays', serve: json(`{"status":${nested('[', ']', 100_000, '"healthy"')}}`) },
    {
      what: 'components in components',
      serve: json(`{"status":"healthy","components":${nested('{"claude_cli":', '}', 10_000, '"healthy"')}}`),
    },
  ]),
  ...lettered(41, [
    ...['1e400', '-1e400', '-0', '0', '-8000', '65536', '80.5', '9007199254740993', '"8000"', 'null', '[8000]'].map(
      (port) => ({ what: `port ${port}`, serve: withServer(`"port":${port}`), mayBeGreen: KEPT }),
    ),
    { what: 'port NaN', serve: withServer('"port":NaN') },
    { what: '-5 requests', serve: within('api_server', { requests_processed: -5, errors: -1 }), mayBeGreen: KEPT },
    {
      what: 'more errors than requests',
      serve: within('api_server', { requests_processed: 2, errors: 3 }),
      mayBeGreen: 'a contradiction is a hint',
    },
    { what: 'minus no requests', serve: withServer('"requests_processed":-0,"errors":-0'), mayBeGreen: KEPT },
    {
      what: 'counts beyond 2^53',
      serve: withServer('"requests_processed":9007199254740993,"errors":1e300'),
      mayBeGreen: KEPT,
    },
  ]),
  '42': {
    what: 'odd uptimes',
    serve: inTurn(UPTIMES.map((uptime) => within('api_server', { uptime }))),
    answers: UPTIMES.length,
    mayBeGreen: KEPT,
  },
  '43': {
    what: 'odd times',
    serve: inTurn(TIMES.map((time) => within('authentication', { expires: time, last_check: time }))),
    answers: TIMES.length,
    mayBeGreen: 'times are hints',
  },
  ...lettered(44, [
    {
      what: '10,000 more components',
      serve: json({ ...DETAILED, components: { ...components, ...parts({}) } }),
      mayBeGreen: 'parts that nobody knows are hints',
    },
    {
      what: '10,000 components and nothing that is required',
      serve: json({ ...DETAILED, status: 0, components: parts(0) }),
    },
    ...[null, [], 'healthy', 7].map((component) => ({
      what: `components that are ${JSON.stringify(component)}`,
      serve: json({ ...DETAILED, components: { claude_cli: component, other: component } }),
    })),
  ]),
  '44x': {
    what: 'a required component behind 10,000 others',
    serve: json({ ...DETAILED, components: { ...parts({}), ...components, claude_cli: { status: 'unhealthy' } } }),
  },
  '44y': {
    what: 'a failing part behind 10,000 others',
    serve: json({ ...DETAILED, components: { ...components, ...parts({}), last: { status: 'error' } } }),
  },
  '47': {
    what: 'open to the network',
    serve: json({ ...DETAILED, configuration: { host: '0.0.0.0', port: 8000, cors_enabled: true } }),
    mayBeGreen: 'a calm hint',
  },
  '48a': {
    what: 'an e-mail address as user',
    serve: within('authentication', { user: 'somebody.secret@example.com' }),
    mayBeGreen: 'a name is no trouble',
  },
  '48b': {
    what: 'an e-mail address as user, signed out',
    serve: json(
      {
        ...DETAILED,
        status: 'unhealthy',
        components: {
          ...components,
          authentication: { ...signIn, logged_in: false, user: 'somebody.secret@example.com' },
        },
      },
      UNAVAILABLE,
    ),
  },
};

function unwell(text: string) {
  return json({ status: 'unhealthy', error: text, details: { searched_paths: [text] } }, UNAVAILABLE);
}

function nested(open: string, close: string, depth: number, inner = ''): string {
  return open.repeat(depth) + inner + close.repeat(depth);
}
