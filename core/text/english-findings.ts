import type { FindingId } from '../health/finding.ts';
import type { FindingWords } from './catalogue.ts';
import { contradicted, type Contradicted } from './contradicted.ts';
import { englishCliFindings } from './english-cli-findings.ts';
import { englishContradictions } from './english-contradictions.ts';
import { englishTrafficFindings } from './english-traffic.ts';
import { englishMilliseconds } from './english-units.ts';

const contradictions: Readonly<Record<Contradicted, string>> = {
  itself: 'The proxy contradicts itself',
  computer: 'The proxy and this computer disagree',
  before: 'The proxy is not as it was before',
};

// By what it was seen on this computer.
const signedOut: ReadonlyMap<string, string> = new Map([
  ['not-stored', 'No login is stored on this computer, and no variable is set that signs in.'],
  ['cli-says', 'The Claude CLI itself says that nobody is signed in.'],
  ['login-ended', 'The stored login has ended, and is not renewed any more.'],
]);

const took = (ms: number): string => (ms < 1_000 ? englishMilliseconds(ms) : `${(ms / 1_000).toFixed(1)} s`);

/** The words of every finding, in English. */
export const englishFindings: Readonly<Record<FindingId, FindingWords>> = {
  ...englishCliFindings,
  ...englishTrafficFindings,
  'bad-address': {
    headline: () => 'The address does not exist',
    title: 'Check the address',
    why: () => 'The name in the proxy’s address leads to no computer.',
  },
  'proxy-not-running': {
    headline: () => 'The proxy is not running',
    title: 'Start the proxy',
    why: () => 'Nothing listens at its address: the connection was refused.',
  },
  'port-taken': {
    headline: ({ port }) => `Port ${port ?? 'of the proxy'} is already in use`,
    title: 'Free the port, or use another',
    why: ({ name, pid }) =>
      pid === undefined
        ? 'The proxy cannot start because another program holds its port.'
        : `The proxy cannot start because ${name ?? 'another program'} (process ${pid}) holds its port.`,
  },
  'stranger-answers': {
    headline: ({ name }) => (name === undefined ? 'Another program answers here' : `Another program answers: ${name}`),
    title: 'Another program has this port',
    why: ({ name, pid }) =>
      pid === undefined
        ? 'Something answers at the proxy’s address, but not as a Claude proxy does.'
        : `${name ?? 'A program'} (process ${pid}) answers at the proxy’s address, and not as a Claude proxy does.`,
  },
  'starting-up': {
    headline: () => 'The proxy is starting',
    title: 'Nothing to do yet',
    why: () => 'It has its port again but does not answer yet. Some proxies take two minutes to start.',
  },
  restarting: {
    headline: () => 'The proxy starts again and again',
    title: 'See why the proxy keeps stopping',
    why: ({ count }) =>
      count === undefined
        ? 'It comes up and goes down again, as a program does that is restarted after each crash.'
        : `It went down ${count} times since Pilot Light was started, and was started again each time.`,
  },
  'not-responding': {
    headline: () => 'The proxy does not respond',
    title: 'Restart the proxy',
    why: () => 'It accepts connections but gives no answer, as a program does that hangs.',
  },
  'health-stuck': {
    headline: () => 'The proxy’s health check hangs',
    title: 'See whether the Claude CLI hangs',
    why: () => 'The proxy itself answers, but its health check does not end: mostly because the Claude CLI hangs.',
  },
  'connection-lost': {
    headline: () => 'The proxy drops its connections',
    title: 'Restart the proxy',
    why: () => 'It accepted the connection and closed it without a complete answer.',
  },
  'no-health-page': {
    headline: () => 'No health page at this address',
    title: 'Is this the proxy’s address?',
    why: () => 'A server answers, but none of the known health pages exists there.',
  },
  locked: {
    headline: () => 'The health page asks for a key',
    title: 'The health page is locked',
    why: ({ status }) => `The server answers ${status ?? 401}, so its health cannot be seen from here.`,
  },
  'rate-limited': {
    headline: () => 'The proxy asks for patience',
    title: 'Nothing is broken',
    why: () => 'It is alive, but answers that it is asked too often. We ask less for a while.',
  },
  'server-error': {
    headline: ({ status }) => `The proxy fails with error ${status ?? 500}`,
    title: 'The proxy has an internal error',
    why: () => 'It runs, but its own code fails while answering.',
  },
  'credentials-unreadable': {
    headline: () => 'The stored login cannot be read',
    title: 'Give yourself access to the login',
    why: () =>
      'The file with the login belongs to another user, or is no plain file. The CLI takes that for signed out.',
  },
  'signed-out': {
    headline: () => 'Claude is signed out',
    title: 'Sign in to Claude again',
    why: ({ code = '' }) =>
      signedOut.get(code) ?? 'The proxy runs, but the Claude CLI has no valid login, so every request fails.',
  },
  'sign-in-expired': {
    headline: () => 'The login has run out',
    title: 'The login is due to be renewed',
    why: () => 'The CLI renews a login by itself when it is next used. If that fails, sign in again.',
  },
  'signed-out-here': {
    headline: () => 'No login is stored here',
    title: 'Sign in to Claude',
    why: () =>
      'The proxy calls itself signed in, but the Claude CLI it uses has no login on this computer: the next requests may fail.',
  },
  'sign-in-failing': {
    headline: () => 'The sign-in cannot be checked',
    title: 'Sign in to Claude again',
    why: () => 'The proxy runs, but its check of the Claude login fails.',
  },
  'sign-in-overridden': {
    headline: ({ names }) => `${names?.[0] ?? 'A variable'} comes before the login`,
    title: 'A variable overrides the login',
    why: ({ names = [] }) =>
      `While ${names.length === 0 ? 'such a variable is' : `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'}`} set, ` +
      'the CLI does not use the stored login. Signing in changes nothing.',
  },
  'sign-in-expires-soon': {
    headline: () => 'The login ends soon',
    title: 'Sign in again before the login ends',
    why: () => 'The login itself is about to end, and is not renewed any more. Signing in now avoids an outage.',
  },
  'component-failing': {
    headline: ({ name }) => (name === undefined ? 'A part of the proxy fails' : `A part of the proxy fails: ${name}`),
    title: 'See why that part fails',
    why: () => 'The proxy runs, but reports that one of its parts does not work.',
  },
  'reported-unhealthy': {
    headline: () => 'The proxy reports that it is unhealthy',
    title: 'The proxy is unhealthy',
    why: () => 'It answers, but says of itself that it does not work.',
  },
  'reported-degraded': {
    headline: () => 'The proxy works only partly',
    title: 'The proxy is degraded',
    why: () => 'It answers, but says of itself that something is not as it should be.',
  },
  'not-understood': {
    headline: () => 'The answer is not understood',
    title: 'No proof of health',
    why: () => 'Something answers, but not in words that prove health, so the light stays grey.',
  },
  contradiction: {
    headline: ({ contradiction }) => contradictions[contradicted(contradiction)],
    title: 'The proxy contradicts itself',
    why: ({ contradiction }) =>
      contradiction === undefined ? 'What it says does not fit together.' : englishContradictions[contradiction],
  },
  'exposed-to-network': {
    headline: () => 'Others on the network can reach the proxy',
    title: 'Keep the proxy to this computer',
    why: ({ host }) => `It listens on ${host ?? 'all interfaces'} and accepts requests from any web page.`,
  },
  'credentials-open': {
    headline: () => 'Others on this computer can read the login',
    title: 'Keep the login to yourself',
    why: () => 'The file with the login may be read by other users of this computer.',
  },
  'loopback-proxied': {
    headline: ({ names }) => `${names?.[0] ?? 'HTTP_PROXY'} also catches this computer`,
    title: 'Except this computer from the web proxy',
    why: ({ names = [] }) =>
      `Programs that follow ${names.join(', ') || 'HTTP_PROXY'} send requests for localhost to the web proxy. ` +
      'Pilot Light itself never does.',
  },
  'slow-answer': {
    headline: ({ ms }) => (ms === undefined ? 'The proxy answers slowly' : `The proxy took ${took(ms)}`),
    title: 'The proxy answers slowly',
    why: () => 'Its health page takes long. Some proxies start the Claude CLI for each such question.',
  },
  'one-family-only': {
    headline: ({ host }) => `Only ${host ?? 'one address'} of localhost answers`,
    title: 'Name the address exactly',
    why: ({ host }) =>
      `localhost is two addresses, and the proxy answers only on ${host ?? 'one'}. Some programs try the other one.`,
  },
  'clock-wrong': {
    headline: () => 'The clock of this computer is wrong',
    title: 'Set the clock',
    why: () => 'It shows a time that is certainly past. Secure connections and logins fail with such a clock.',
  },
  'disk-full': {
    headline: () => 'The disk is nearly full',
    title: 'Free some space',
    why: () => 'The Claude CLI can neither save a login nor write its files when no space is left.',
  },
  'settings-damaged': {
    headline: () => 'Some settings could not be read',
    title: 'Mend the settings of Pilot Light',
    why: ({ names = [] }) =>
      names.length === 0
        ? 'The settings file cannot be read, so the defaults are used.'
        : `These took their default: ${names.join(', ')}.`,
  },
  'no-tray-host': {
    headline: () => 'This desktop shows no tray icons',
    title: 'Add a tray to the desktop',
    why: ({ names: [supplier] = [] }) =>
      supplier === undefined
        ? 'No program shows tray icons here. On GNOME the extension “AppIndicator and KStatusNotifierItem Support” does.'
        : `No program shows tray icons here. On this desktop “${supplier}” does, once it is added.`,
  },
  'no-notifications': {
    headline: () => 'This desktop shows no notifications',
    title: 'Add a notification service',
    why: () => 'No program shows notifications here, so failures show only in the tray.',
  },
  'app-troubled': {
    headline: ({ count }) => `Pilot Light met ${count ?? 'some'} ${count === 1 ? 'error' : 'errors'} of its own`,
    title: 'Pilot Light had errors',
    why: () => 'The report has them, without anything private. The light goes on.',
  },
};
