import type { CheckId } from '../diagnosis/check.ts';
import type { Evidence } from '../health/finding.ts';
import { plain } from '../plain.ts';
import type { CheckWords } from './catalogue.ts';
import { duration } from './duration.ts';
import { englishMilliseconds, englishUnits } from './english-units.ts';
import { exactTime } from './exact-time.ts';
import { known, listOf, MAX_PASSED, shortPath } from './passed.ts';
import { size } from './size.ts';

const words = (name: string, passed: (evidence: Evidence) => string): CheckWords => ({
  name,
  passed: (evidence) => plain(passed(evidence), MAX_PASSED) || 'yes',
});

const lasting = (ms: number): string => duration(ms / 1_000, englishUnits);

const counted = (count: number, one: string): string => `${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`;

const service = ({ code }: Evidence): string => (code === 'unneeded' ? 'part of this system' : 'present');

const places: ReadonlyMap<string, string> = new Map([
  ['file', 'in its file'],
  ['keychain', 'in the keychain'],
]);

const sources: ReadonlyMap<string, string> = new Map([
  ['setting', 'set in Pilot Light'],
  ['variable', 'set by CLAUDE_CLI_PATH'],
  ['path', 'on the search path'],
  ['shell-path', 'on the search path'],
  ['known-place', 'in a usual place, on no search path'],
]);

/** The words of every check, in English. A name fits whether the check passes or not. */
export const englishChecks: Readonly<Record<CheckId, CheckWords>> = {
  'proxy-answers': words('Proxy answers', ({ path, ms }) =>
    listOf([known(path, shortPath), known(ms, (value) => `after ${englishMilliseconds(value)}`)], 'yes'),
  ),
  'address-family': words('Addresses of localhost', ({ names = [] }) => names.join(' and ') || 'open'),
  'response-time': words('Response time', ({ status, ms }) => {
    const took = known(ms, englishMilliseconds);
    if (status === undefined) return took ?? 'quick';
    return took === undefined ? String(status) : `${status} in ${took}`;
  }),
  dialect: words('Health page', ({ name, code }) =>
    listOf([known(name, (id) => `understood as “${id}”`), code === 'basic' && 'basic'], 'understood'),
  ),
  identity: words('The expected program', ({ name }) => name ?? 'it gives no name'),
  'reported-health': words('What the proxy reports', ({ name, count }) =>
    listOf([known(name, (word) => `“${word}”`), known(count, (parts) => counted(parts, 'part'))], 'all well'),
  ),
  'port-owner': words('Who holds the port', ({ name, pid, user, ms, code }) => {
    if (code === 'other-user') return 'a process of another user';
    const holder = [name, known(pid, (id) => `(process ${id})`)].filter((part) => part !== undefined).join(' ');
    return listOf(
      [holder, known(user, (who) => `user ${who}`), known(ms, (age) => `for ${lasting(age)}`)],
      'a process',
    );
  }),
  'process-age': words('Keeps running', ({ ms }) => known(ms, (age) => `for ${lasting(age)}`) ?? 'yes'),
  exposure: words('Kept from the network', ({ host }) => known(host, (at) => `listens on ${at}`) ?? 'yes'),
  'cli-found': words('Claude CLI found', ({ path }) => known(path, shortPath) ?? 'yes'),
  'cli-executable': words('Claude CLI can be started', ({ path }) => known(path, shortPath) ?? 'yes'),
  'cli-machine': words('Made for this processor', ({ name, code }) =>
    code === 'script' ? `a script for ${name ?? 'an interpreter'}` : (name ?? 'yes'),
  ),
  'cli-runs': words('Claude CLI runs', ({ version, ms }) =>
    listOf([version, known(ms, (value) => `after ${englishMilliseconds(value)}`)], 'yes'),
  ),
  'cli-version': words('New enough', ({ version }) => version ?? 'yes'),
  'cli-single': words('Only one Claude CLI', ({ path }) => known(path, shortPath) ?? 'yes'),
  'cli-same': words('The proxy uses the same one', ({ path }) => known(path, shortPath) ?? 'yes'),
  'search-path': words('Found by every program', ({ code }) => sources.get(code ?? '') ?? 'yes'),
  'cli-settings': words('Settings of the Claude CLI', ({ code }) => (code === 'absent' ? 'none yet' : 'readable')),
  'sign-in-stored': words('Login stored', ({ names = [], name, code }) => {
    if (names.length > 0) return `none needed: ${names.join(', ')} signs in`;
    return listOf([known(name, (plan) => `${plan} plan`), places.get(code ?? '')], 'yes');
  }),
  'sign-in-status': words('What the CLI says', ({ name }) =>
    listOf(['a credential is present', known(name, (method) => `by ${method}`)], ''),
  ),
  'sign-in-expiry': words('End of the login', ({ ms }) => known(ms, (left) => `in ${lasting(left)}`) ?? 'not soon'),
  'sign-in-override': words('Nothing overrides the login', ({ names = [] }) =>
    names.length === 0 ? 'no such variable is set' : `${names.join(', ')} is the sign-in`,
  ),
  'credentials-file': words('Login kept private', ({ code }) =>
    code === 'keychain' ? 'in the keychain' : 'only you can read it',
  ),
  'views-agree': words('Proxy and computer agree', ({ code }) =>
    code === 'only-here' ? 'signed out there; here a credential is present, valid or not' : 'nothing contradicts',
  ),
  'loopback-proxy': words('Web proxy', ({ names = [] }) =>
    names.length === 0 ? 'none is set' : `this computer is excepted from ${names.join(', ')}`,
  ),
  clock: words('Clock', ({ at }) => known(at, (moment) => exactTime(moment, { locale: 'en' })) ?? 'plausible'),
  disk: words('Disk space', ({ bytes }) => known(bytes, (free) => `${size(free, 'en')} free`) ?? 'enough'),
  'settings-file': words('Settings of Pilot Light', ({ code }) =>
    code === 'absent' ? 'the defaults' : 'all of them readable',
  ),
  'tray-host': words('Tray', service),
  notifications: words('Notifications', service),
  'pilot-light': words('Pilot Light', ({ version, bytes, ms }) =>
    listOf([version, known(bytes, (memory) => size(memory, 'en')), known(ms, (age) => `up ${lasting(age)}`)], 'well'),
  ),
};
