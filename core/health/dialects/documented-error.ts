import { bodyFields, type Body } from '../body.ts';
import { meaning, type Dialect, type StatusWords } from '../dialect.ts';
import { fields, own, port, text, texts, told, word, type Fields } from '../fields.ts';
import type { Health } from '../light.ts';
import type { Report, ReportedError } from '../report.ts';

const MAX_PATHS = 12;

const WORDS: StatusWords = new Map<string, Health>([
  ['unhealthy', 'down'],
  ['error', 'down'],
]);

/**
 * The documented error form: `status` unhealthy or error with an `error` text and perhaps `details`. These bodies name
 * no `service`; they are answers all the same. Source: the proxy's health API, its three troubleshooting examples.
 */
export const documentedError: Dialect = {
  id: 'documented-error',
  words: WORDS,
  recognise: (body) => errorFields(body) !== undefined,
  read: (body) => readError(errorFields(body) ?? {}),
};

function errorFields(body: Body): Fields | undefined {
  const object = bodyFields(body);
  if (object === undefined || !WORDS.has(word(object) ?? '')) return undefined;
  return typeof own(object, 'error') === 'string' ? object : undefined;
}

function readError(object: Fields): Report {
  return told<Report>({
    dialect: 'documented-error',
    basic: true,
    overall: meaning(WORDS, word(object)),
    word: text(object, 'status'),
    service: text(object, 'service'),
    version: text(object, 'version'),
    components: [],
    omitted: 0,
    error: readReason(object, fields(own(object, 'details')) ?? {}),
    said: text(object, 'error'),
  });
}

// The details are for programs, the text is for people: where both speak, the details decide.
function readReason(object: Fields, details: Fields): ReportedError {
  const said = (text(object, 'error') ?? '').toLowerCase();
  if (Array.isArray(own(details, 'searched_paths')) || /\bcli\b.*\bnot (found|available)\b/.test(said)) {
    return { kind: 'cli-not-found', searchedPaths: texts(details, 'searched_paths', MAX_PATHS) };
  }
  if (word(details, 'claude_cli_status') === 'not_authenticated' || /\bauthentication failed\b/.test(said)) {
    return { kind: 'signed-out' };
  }
  if (/\bport\b.*\balready in use\b/.test(said)) {
    return told<ReportedError & { kind: 'port-taken' }>({
      kind: 'port-taken',
      port: port(details, 'port'),
      host: text(details, 'host'),
    });
  }
  return { kind: 'other' };
}
