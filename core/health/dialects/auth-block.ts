import { bodyFields, type Body } from '../body.ts';
import { meaning, type Dialect, type StatusWords } from '../dialect.ts';
import { fields, flag, own, text, told, word, type Fields } from '../fields.ts';
import type { Health } from '../light.ts';
import type { Component, Report } from '../report.ts';
import { readUptime } from '../uptime.ts';

const WORDS: StatusWords = new Map<string, Health>([
  ['healthy', 'healthy'],
  ['ok', 'healthy'],
  ['degraded', 'degraded'],
  ['unhealthy', 'down'],
]);

const OAUTH: StatusWords = new Map<string, Health>([
  ['healthy', 'healthy'],
  ['expired', 'degraded'],
  ['broken', 'down'],
  ['none', 'down'],
]);

/**
 * A status beside a block about the sign-in: `auth.loggedIn` (meridian), `auth.ok` with `claudeBinaryOk` (ocp), or a
 * word `oauth` (dario). Sources: measured answers of meridian 1.40.0, ocp 3.29.3 and dario 5.5.49.
 */
export const authBlock: Dialect = {
  id: 'auth-block',
  words: WORDS,
  recognise: (body) => authenticationOf(bodyFields(body) ?? {}) !== undefined,
  read: (body) => readAuthBlock(body),
};

function readAuthBlock(body: Body): Report {
  const object = bodyFields(body) ?? {};
  const components = [cli(object), server(object), authenticationOf(object)];
  return told<Report>({
    dialect: 'auth-block',
    basic: false,
    overall: meaning(WORDS, word(object)),
    word: text(object, 'status'),
    service: text(object, 'service'),
    version: text(object, 'version'),
    components: components.filter((component) => component !== undefined),
    omitted: 0,
    said: text(object, 'error'),
  });
}

function authenticationOf(object: Fields): Component | undefined {
  const auth = fields(own(object, 'auth'));
  if (auth !== undefined && (Object.hasOwn(auth, 'loggedIn') || Object.hasOwn(auth, 'ok'))) return ofAuth(auth);
  const oauth = word(object, 'oauth');
  return oauth === undefined ? undefined : ofOauth(oauth, object);
}

function ofAuth(auth: Fields): Component {
  const signedIn = flag(auth, 'loggedIn');
  const well = signedIn ?? flag(auth, 'ok');
  return told<Component>({
    id: 'authentication',
    role: 'required',
    // ocp says null while it has not looked yet: no proof either way.
    health: well === undefined ? 'unknown' : well ? 'healthy' : 'down',
    message: text(auth, 'message'),
    signedIn,
    user: text(auth, 'email'),
  });
}

function ofOauth(said: string, object: Fields): Component {
  return told<Component>({
    id: 'authentication',
    role: 'required',
    health: meaning(OAUTH, said),
    word: text(object, 'oauth'),
    signedIn: said === 'none' ? false : undefined,
  });
}

function cli(object: Fields): Component | undefined {
  const works = flag(object, 'claudeBinaryOk');
  if (works === undefined) return undefined;
  return told<Component>({
    id: 'claude_cli',
    role: 'required',
    health: works ? 'healthy' : 'down',
    path: text(object, 'claudeBinary'),
  });
}

function server(object: Fields): Component {
  return told<Component>({
    id: 'api_server',
    role: 'required',
    health: 'healthy',
    // A bare `uptime` is milliseconds in one of these programs: only the worded one is sure.
    uptimeSeconds: readUptime(own(object, 'uptimeHuman')),
  });
}
