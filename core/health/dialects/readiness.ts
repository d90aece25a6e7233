import { bodyFields, type Body } from '../body.ts';
import { meaning, type Dialect, type StatusWords } from '../dialect.ts';
import { text, told, word, type Fields } from '../fields.ts';
import type { Health } from '../light.ts';
import type { Component, Report } from '../report.ts';

const WORDS: StatusWords = new Map<string, Health>([
  ['healthy', 'healthy'],
  ['connected', 'healthy'],
]);

const DATABASE: StatusWords = new Map<string, Health>([
  ['connected', 'healthy'],
  ['Not connected', 'degraded'],
]);

/**
 * litellm's readiness page, which costs nothing (its `/health` makes one paid call per model, and is never asked).
 * Sources: litellm's source and documentation; older versions say "connected" where newer ones say "healthy".
 */
export const readiness: Dialect = {
  id: 'readiness',
  words: WORDS,
  recognise: (body) => text(bodyFields(body) ?? {}, 'litellm_version') !== undefined,
  read: (body) => readReadiness(body),
};

function readReadiness(body: Body): Report {
  const object = bodyFields(body) ?? {};
  return told<Report>({
    dialect: 'readiness',
    basic: true,
    overall: meaning(WORDS, word(object)),
    word: text(object, 'status'),
    version: text(object, 'litellm_version'),
    components: [{ id: 'api_server', role: 'required', health: 'healthy' }, ...database(object)],
    omitted: 0,
  });
}

// Without a database litellm serves all the same, it only forgets what it served.
function database(object: Fields): readonly Component[] {
  const said = word(object, 'db');
  if (said === undefined) return [];
  return [told<Component>({ id: 'db', role: 'optional', health: meaning(DATABASE, said), word: text(object, 'db') })];
}
