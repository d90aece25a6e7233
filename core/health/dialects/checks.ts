import { bodyFields, type Body } from '../body.ts';
import { componentId, roleOf } from '../component-names.ts';
import { meaning, type Dialect, type StatusWords } from '../dialect.ts';
import { fields, own, text, told, word, type Fields } from '../fields.ts';
import type { Health } from '../light.ts';
import { readComponents } from '../read-components.ts';
import type { Component, Report } from '../report.ts';
import { readTimestamp } from '../timestamp.ts';
import { plausibleUptime } from '../uptime.ts';

const WORDS: StatusWords = new Map<string, Health>([
  ['healthy', 'healthy'],
  ['degraded', 'degraded'],
  ['unhealthy', 'down'],
]);

/**
 * `checks` of objects, each with a status, a message and details; `uptime` in seconds. Source: measured answers of
 * 0235-jp/claude-code-proxy 0.7.1; ccproxy's development versions of July 2025 spoke alike.
 */
export const checks: Dialect = {
  id: 'checks',
  words: WORDS,
  recognise: (body) => checksOf(body) !== undefined,
  read: (body) => readChecks(body),
};

function checksOf(body: Body): Fields | undefined {
  const found = fields(own(bodyFields(body) ?? {}, 'checks'));
  const members = Object.values(found ?? {});
  return members.length > 0 && members.every((check) => fields(check) !== undefined) ? found : undefined;
}

function readChecks(body: Body): Report {
  const object = bodyFields(body) ?? {};
  const { components, omitted } = readComponents(checksOf(body) ?? {}, readCheck);
  return told<Report>({
    dialect: 'checks',
    basic: false,
    overall: meaning(WORDS, word(object)),
    word: text(object, 'status'),
    service: text(object, 'service'),
    version: text(object, 'version'),
    components: [...components, server(object)],
    omitted,
  });
}

function readCheck(name: string, value: unknown): Component {
  const check = fields(value) ?? {};
  const details = fields(own(check, 'details')) ?? {};
  const id = componentId(name);
  const health = meaning(WORDS, word(check));
  return told<Component>({
    id,
    role: roleOf(id),
    health,
    word: text(check, 'status'),
    message:
      health === 'healthy' ? undefined : (text(details, 'error') ?? text(check, 'message') ?? text(check, 'error')),
    version: text(details, 'version'),
    path: text(details, 'path'),
    checkedAt: readTimestamp(own(check, 'timestamp')),
  });
}

function server(object: Fields): Component {
  const uptime = own(object, 'uptime');
  const uptimeSeconds = typeof uptime === 'number' ? plausibleUptime(uptime) : undefined;
  return {
    id: 'api_server',
    role: 'required',
    health: 'healthy',
    ...(uptimeSeconds !== undefined && { uptimeSeconds }),
  };
}
