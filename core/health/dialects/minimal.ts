import { bodyFields, type Body } from '../body.ts';
import { meaning, type Dialect, type StatusWords } from '../dialect.ts';
import { text, told, word, type Fields } from '../fields.ts';
import type { Health } from '../light.ts';
import type { Report } from '../report.ts';

const WORDS: StatusWords = new Map<string, Health>([
  ['healthy', 'healthy'],
  ['ok', 'healthy'],
  ['running', 'healthy'],
  ['starting', 'unknown'],
  ['degraded', 'degraded'],
  ['unhealthy', 'down'],
  ['stopped', 'down'],
  ['error', 'down'],
]);

/**
 * A status word and little else (`GET /health` of nearly every real proxy). It proves that the server answers, and
 * nothing of the CLI or the sign-in: the report is "basic". Besides the words of `/health`, those of claude-code-router 3
 * (`running`, `starting`, `stopped`).
 */
export const minimal: Dialect = {
  id: 'minimal',
  words: WORDS,
  recognise: (body) => minimalFields(body) !== undefined,
  read: (body) => readMinimal(minimalFields(body) ?? {}),
};

function minimalFields(body: Body): Fields | undefined {
  const object = bodyFields(body);
  return object !== undefined && word(object) !== undefined ? object : undefined;
}

function readMinimal(object: Fields): Report {
  const overall = meaning(WORDS, word(object));
  return told<Report>({
    dialect: 'minimal',
    basic: true,
    overall,
    word: text(object, 'status'),
    service: text(object, 'service') ?? text(object, 'server'),
    version: text(object, 'version'),
    components: [{ id: 'api_server', health: overall, role: 'required' }],
    omitted: 0,
    said: text(object, 'error'),
  });
}
