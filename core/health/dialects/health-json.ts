import { bodyFields, type Body } from '../body.ts';
import { componentId, roleOf } from '../component-names.ts';
import { meaning, type Dialect, type StatusWords } from '../dialect.ts';
import { fields, own, text, told, word, type Fields } from '../fields.ts';
import { isBad, isWorse, type Health } from '../light.ts';
import { readComponents } from '../read-components.ts';
import type { Component, Report } from '../report.ts';
import { readTimestamp } from '../timestamp.ts';

const WORDS: StatusWords = new Map<string, Health>([
  ['pass', 'healthy'],
  ['warn', 'degraded'],
  ['fail', 'down'],
]);

// Words of ccproxy 0.1.x under a check that only warns: with these, that part serves nobody.
const UNUSABLE: ReadonlySet<string> = new Set(['not_installed', 'binary_found_but_errors', 'not_configured']);

/**
 * The IETF draft "health+json" (draft-inadarei-api-health-check-06): `pass`, `warn` or `fail`, with `checks` of arrays.
 * Spoken by ccproxy-api: 0.1.x tells of CLI and credentials, 0.2.x says "pass" always and so proves only that it answers.
 */
export const healthJson: Dialect = {
  id: 'health-json',
  words: WORDS,
  recognise: (body) => envelope(body) !== undefined,
  read: (body) => readEnvelope(envelope(body) ?? {}),
};

// The three words are this draft's own: with them even a page without checks belongs to it, as ccproxy's liveness page.
function envelope(body: Body): Fields | undefined {
  const object = bodyFields(body);
  return object !== undefined && WORDS.has(word(object) ?? '') ? object : undefined;
}

function readEnvelope(object: Fields): Report {
  const { components: read, omitted } = readComponents(fields(own(object, 'checks')) ?? {}, readCheck);
  const components = servesNobody(read) ? read.map(lost) : read;
  return told<Report>({
    dialect: 'health-json',
    basic: !components.some(({ id }) => id === 'claude_cli' || id === 'authentication'),
    overall: overallOf(meaning(WORDS, word(object)), components),
    word: text(object, 'status'),
    service: text(object, 'serviceId'),
    version: text(object, 'version') ?? text(object, 'releaseId'),
    components,
    omitted,
    said: isBad(meaning(WORDS, word(object))) ? text(object, 'output') : undefined,
  });
}

function readCheck(name: string, checks: unknown): Component {
  const [key = ''] = name.split(':');
  const check = worstOf(Array.isArray(checks) ? checks : [checks]);
  const health = meaning(WORDS, word(check));
  const id = componentId(key);
  return told<Component>({
    id,
    role: roleOf(id),
    health,
    word: text(check, 'cli_status') ?? text(check, 'auth_status') ?? text(check, 'status'),
    // Passing checks were seen to carry an error's text.
    message: health === 'healthy' ? undefined : (text(check, 'error') ?? text(check, 'output')),
    version: text(check, 'version'),
    path: text(check, 'binary_path'),
    signedIn: word(check, 'auth_status') === 'not_configured' ? false : undefined,
    expiresAt: readTimestamp(own(check, 'expiration')),
    checkedAt: readTimestamp(own(check, 'time')),
  });
}

// One part may be measured in several ways, or at several nodes: it is as well as the worst of them.
function worstOf(checks: readonly unknown[]): Fields {
  const health = (check: Fields): Health => meaning(WORDS, word(check));
  const [first = {}, ...others] = checks.map((check) => fields(check) ?? {});
  return others.reduce((worst, check) => (isWorse(health(check), health(worst)) ? check : worst), first);
}

// Without the CLI it could still use the credentials itself, and the other way round; without both it serves nobody.
function servesNobody(components: readonly Component[]): boolean {
  const unusable = (id: string): boolean =>
    components.some((component) => component.id === id && UNUSABLE.has(component.word ?? ''));
  return unusable('claude_cli') && unusable('authentication');
}

function lost(component: Component): Component {
  return UNUSABLE.has(component.word ?? '') && component.role === 'required'
    ? { ...component, health: 'down' }
    : component;
}

// "warn" for nothing but optional parts is not worth a warning.
function overallOf(said: Health, components: readonly Component[]): Health {
  const ailing = components.filter(({ health }) => health !== 'healthy');
  if (said !== 'degraded' || ailing.length === 0) return said;
  if (ailing.every(({ role }) => role === 'optional')) return 'healthy';
  return ailing.some(({ role, health }) => role === 'required' && health === 'down') ? 'down' : said;
}
