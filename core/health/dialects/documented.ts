import { bodyFields, type Body } from '../body.ts';
import { componentId, roleOf } from '../component-names.ts';
import { meaning, type Dialect, type StatusWords } from '../dialect.ts';
import { count, fields, flag, own, port, text, told, word, type Fields } from '../fields.ts';
import type { Health } from '../light.ts';
import type { Component, Configuration, Report } from '../report.ts';
import { readTimestamp } from '../timestamp.ts';
import { readUptime } from '../uptime.ts';
import { readComponents } from '../read-components.ts';

const OVERALL: StatusWords = new Map<string, Health>([
  ['healthy', 'healthy'],
  ['degraded', 'degraded'],
  ['unhealthy', 'down'],
  ['error', 'down'],
]);

const COMPONENT: StatusWords = new Map<string, Health>([...OVERALL, ['unauthenticated', 'down']]);

/** The documented detailed form: an object with `components`. Source: the proxy's health API, `GET /health/detailed`. */
export const documented: Dialect = {
  id: 'documented',
  words: OVERALL,
  recognise: (body) => componentsOf(body) !== undefined,
  read: (body) => readDetailed(body),
};

function componentsOf(body: Body): Fields | undefined {
  const object = bodyFields(body);
  return object === undefined ? undefined : fields(own(object, 'components'));
}

function readDetailed(body: Body): Report {
  const object = bodyFields(body) ?? {};
  const { components, omitted } = readComponents(componentsOf(body) ?? {}, readComponent);
  return told<Report>({
    dialect: 'documented',
    basic: !components.some(({ id }) => id === 'claude_cli' || id === 'authentication'),
    overall: meaning(OVERALL, word(object)),
    word: text(object, 'status'),
    service: text(object, 'service'),
    version: text(object, 'version'),
    components,
    omitted,
    configuration: readConfiguration(own(object, 'configuration')),
    said: text(object, 'error'),
  });
}

function readComponent(name: string, value: unknown): Component {
  const id = componentId(name);
  const object = fields(value) ?? {};
  const signedIn = flag(object, 'logged_in') ?? flag(object, 'authenticated');
  return told<Component>({
    id,
    health: signedIn === false ? 'down' : meaning(COMPONENT, word(object)),
    role: roleOf(id),
    word: text(object, 'status'),
    message: text(object, 'error') ?? text(object, 'message'),
    version: text(object, 'version'),
    path: text(object, 'path'),
    uptimeSeconds: readUptime(own(object, 'uptime')),
    port: port(object, 'port'),
    host: text(object, 'host'),
    requests: count(object, 'requests_processed'),
    errors: count(object, 'errors'),
    signedIn,
    user: text(object, 'user'),
    expiresAt: readTimestamp(own(object, 'expires')),
    checkedAt: readTimestamp(own(object, 'last_check')),
  });
}

function readConfiguration(value: unknown): Configuration | undefined {
  const object = fields(value);
  if (object === undefined) return undefined;
  return told<Configuration>({
    host: text(object, 'host'),
    port: port(object, 'port'),
    openToAllOrigins: flag(object, 'cors_enabled'),
  });
}
