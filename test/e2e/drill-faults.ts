import type { Light } from '../../core/health/light.ts';
import type { Options } from '../simulator/options.ts';
import type { ScenarioName } from '../simulator/scenarios.ts';

/** What the app makes of a fault, as a user sees it. */
export interface Told {
  /** What the icon in the tray shows once the app is sure; `healthy` too where it was green in between. */
  readonly light: Light | undefined;
  /** The heading of the popup: the root cause. */
  readonly cause: string;
  /** The first step of the remedy; none where nobody has the time to take one. */
  readonly step: string;
  /** How many notifications came of the fault, and of its end. */
  readonly notifications: readonly [number, number];
  /** Whether the popup tells that it was fixed. */
  readonly fixed: boolean;
}

/** Something that happens to a proxy in good health, and what the app must make of it. */
export interface Fault {
  readonly what: string;
  readonly happens: 'it is killed' | readonly [ScenarioName, Options?];
  /** It is over before anybody can be sure of it. */
  readonly passes?: true;
  readonly told: Told;
}

type Row = readonly [what: string, happens: Fault['happens'], cause: string, step: string];

// Told once, and so is its end; what was done about it is seen to have helped.
const fault =
  (light: Light) =>
  ([what, happens, cause, step]: Row): Fault => ({
    what,
    happens,
    told: { light, cause, step, notifications: [1, 1], fixed: true },
  });

// No proof either way is nothing to disturb anybody with.
const doubt = ([what, happens, cause, step]: Row): Fault => ({
  what,
  happens,
  told: { light: 'unknown', cause, step, notifications: [0, 0], fixed: false },
});

const READ_LOG = 'Read what the proxy wrote in its log';
const START = 'Start the proxy as you usually do';
const STOP_OTHER = 'Stop the other program, and start the proxy';
const SIGN_IN = 'Open a terminal and sign in';
const SEE_CLI = 'See which Claude CLI is found';
const CHECK_ADDRESS = 'Check the address that is watched';

const restart: Fault = {
  what: 'it restarts within a second',
  happens: ['restarting', { gone: 500 }],
  passes: true,
  told: { light: 'down', cause: 'The proxy is not running', step: '', notifications: [0, 0], fixed: false },
};

const DOWN: readonly Row[] = [
  ['it takes connections and never answers', ['hanging'], 'The proxy does not respond', 'Restart the proxy'],
  ['it is killed', 'it is killed', 'The proxy is not running', START],
  ['it listens no more', ['refusing'], 'The proxy is not running', START],
  ['documented: Claude CLI not found', ['cli-missing'], 'The Claude CLI is missing', 'Tell the proxy where it is'],
  ['documented: authentication failed', ['signed-out'], 'Claude is signed out', SIGN_IN],
  ['documented: port already in use', ['port-taken'], 'Port 8000 is already in use', 'Start the proxy on another port'],
  ['both pages unhealthy', ['unhealthy'], 'The Claude CLI is missing', 'Tell the proxy where it is'],
  ['the CLI fails', ['cli-unhealthy'], 'The Claude CLI does not work', SEE_CLI],
  ['nobody is signed in', ['unauthenticated'], 'Claude is signed out', SIGN_IN],
  ['“healthy”, and nobody is signed in', ['logged-out'], 'Claude is signed out', SIGN_IN],
  ['“healthy”, and the CLI fails', ['healthy', { cli: 'unhealthy' }], 'The Claude CLI does not work', SEE_CLI],
  ['“healthy”, and a part fails', ['healthy', { api: 'unhealthy' }], 'A part of the proxy fails: api_server', READ_LOG],
  ['“healthy”, with status 503', ['healthy', { status: 503 }], 'The proxy fails with error 503', READ_LOG],
  ['“error”, with status 500', ['error-500'], 'The proxy reports that it is unhealthy', READ_LOG],
  ['a web page has its port', ['stranger'], 'Another program answers: node simulator.js', STOP_OTHER],
  ['a web server tells 502', ['stranger', { status: 502 }], 'Another program answers: node simulator.js', STOP_OTHER],
  [
    'another service has its port',
    ['healthy', { service: 'print-spooler' }],
    'Another program answers: node simulator.js',
    STOP_OTHER,
  ],
];

const AMBER: readonly Row[] = [
  ['each answer takes 1.5 s', ['slow'], 'The proxy answers slowly', READ_LOG],
  ['“degraded”', ['degraded'], 'The proxy works only partly', READ_LOG],
];

const GREY: readonly Row[] = [
  ['a word that nobody knows', ['healthy', { overall: 'HEALTHY' }], 'The answer is not understood', CHECK_ADDRESS],
  ['half an answer', ['healthy', { body: '{"status":"healthy","comp' }], 'The answer is not understood', CHECK_ADDRESS],
  ['an empty answer', ['healthy', { body: '' }], 'The answer is not understood', CHECK_ADDRESS],
  ['its health pages ask for a key', ['healthy', { status: 401 }], 'The health page asks for a key', CHECK_ADDRESS],
  ['its health pages have gone', ['healthy', { status: 404 }], 'No health page at this address', CHECK_ADDRESS],
  ['it is starting', ['healthy', { overall: 'starting' }], 'The proxy is starting', 'Nothing to do'],
];

/** All of the drill. What takes longest comes first, so that nobody waits for it at the end. */
export const FAULTS: readonly Fault[] = [
  ...DOWN.map(fault('down')),
  ...AMBER.map(fault('degraded')),
  ...GREY.map(doubt),
  restart,
];
