import { bodyFields, type Body } from '../body.ts';
import { meaning, type Dialect, type StatusWords } from '../dialect.ts';
import { count, fields, own, text, told, word, type Fields } from '../fields.ts';
import { worse, type Health } from '../light.ts';
import type { Component, Report } from '../report.ts';

const WORDS: StatusWords = new Map<string, Health>([
  ['ok', 'healthy'],
  ['healthy', 'healthy'],
  ['degraded', 'degraded'],
  ['error', 'down'],
]);

/**
 * A pool of accounts: `counts` of total and available ones (antigravity), or a bare number of `accounts` (ccflare).
 * These say "ok" even when no account can serve: with none that is usable the light is amber at best. Account names
 * are not read. Sources: measured answers of antigravity-claude-proxy 2.0.4; ccflare's source.
 */
export const accounts: Dialect = {
  id: 'accounts',
  words: WORDS,
  recognise: (body) => poolOf(bodyFields(body) ?? {}) !== undefined,
  read: (body) => readAccounts(body),
};

interface Pool {
  readonly total: number;
  readonly usable: number;
  readonly rateLimited: number;
}

function poolOf(object: Fields): Pool | undefined {
  if (word(object) === undefined) return undefined;
  const counts = fields(own(object, 'counts'));
  const total = counts === undefined ? count(object, 'accounts') : count(counts, 'total');
  if (total === undefined) return undefined;
  if (counts === undefined) return { total, usable: total, rateLimited: 0 };
  return { total, usable: count(counts, 'available') ?? 0, rateLimited: count(counts, 'rateLimited') ?? 0 };
}

function readAccounts(body: Body): Report {
  const object = bodyFields(body) ?? {};
  const pool = poolOf(object) ?? { total: 0, usable: 0, rateLimited: 0 };
  const authentication = ofPool(pool);
  return told<Report>({
    dialect: 'accounts',
    basic: false,
    overall: worse(meaning(WORDS, word(object)), authentication.health),
    word: text(object, 'status'),
    service: text(object, 'service'),
    version: text(object, 'version'),
    components: [{ id: 'api_server', role: 'required', health: 'healthy' }, authentication],
    omitted: 0,
    said: text(object, 'summary'),
  });
}

function ofPool({ total, usable, rateLimited }: Pool): Component {
  return {
    id: 'authentication',
    role: 'required',
    health: usable > 0 ? 'healthy' : 'degraded',
    message: `${usable}/${total}`,
    ...(usable === 0 && rateLimited > 0 && { word: 'rate-limited' }),
  };
}
