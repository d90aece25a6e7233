import { bodyFields, type Body } from '../body.ts';
import type { Dialect } from '../dialect.ts';
import { meaning, type StatusWords } from '../dialect.ts';
import { fields, flag, own, text, told, word, type Fields } from '../fields.ts';
import { worst, type Health } from '../light.ts';
import type { Component, Report } from '../report.ts';
import { readTimestamp } from '../timestamp.ts';

const WORDS: StatusWords = new Map<string, Health>([
  ['healthy', 'healthy'],
  ['pass', 'healthy'],
  ['warn', 'degraded'],
  ['fail', 'down'],
  ['unhealthy', 'down'],
]);

/**
 * ccproxy 0.2.x's page of its Claude plugin, `/plugins/claude_api/health`. Its outer words say "healthy" without CLI
 * and without login: only the innermost facts are believed. Source: measured answers of ccproxy 0.2.10.
 */
export const pluginPage: Dialect = {
  id: 'plugin-page',
  words: WORDS,
  recognise: (body) => {
    const object = bodyFields(body) ?? {};
    return text(object, 'plugin') !== undefined && flag(object, 'adapter_loaded') !== undefined;
  },
  read: (body) => readPage(body),
};

function readPage(body: Body): Report {
  const object = bodyFields(body) ?? {};
  const details = fields(own(fields(own(object, 'details')) ?? {}, 'health_check')) ?? {};
  const inner = fields(own(details, 'details')) ?? {};
  const facts = fields(own(inner, 'health_check_detail'));
  const innermost = word(inner, 'health_check_status') ?? word(details) ?? word(object);
  const components = facts === undefined ? [] : [cli(facts), authentication(facts)];
  return told<Report>({
    dialect: 'plugin-page',
    basic: facts === undefined,
    overall: worst([meaning(WORDS, innermost), meaning(WORDS, word(object))], 'unknown'),
    word: text(object, 'status'),
    components: [{ id: 'api_server', role: 'required', health: 'healthy' }, ...components],
    omitted: 0,
  });
}

function cli(facts: Fields): Component {
  const found = fields(own(facts, 'cli')) ?? {};
  const available = flag(found, 'available');
  return told<Component>({
    id: 'claude_cli',
    role: 'required',
    health: available === undefined ? 'unknown' : available ? 'healthy' : 'degraded',
    message: available === false ? 'not available' : undefined,
    version: text(found, 'version'),
    path: text(found, 'path'),
  });
}

function authentication(facts: Fields): Component {
  const auth = fields(own(facts, 'auth')) ?? {};
  const present = flag(auth, 'token_available');
  const expired = flag(auth, 'token_expired') === true;
  return told<Component>({
    id: 'authentication',
    role: 'required',
    health: present === undefined ? 'unknown' : present && !expired ? 'healthy' : 'degraded',
    message: text(auth, 'error'),
    signedIn: present,
    expiresAt: readTimestamp(own(auth, 'expires_at')),
  });
}
