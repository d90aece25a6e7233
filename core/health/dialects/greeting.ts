import { bodyFields, type Body } from '../body.ts';
import type { Dialect } from '../dialect.ts';
import { flag, text, told } from '../fields.ts';
import type { Report } from '../report.ts';

// Exactly what these servers say to everybody who asks for `/` or for their liveness.
export const GREETINGS: ReadonlySet<string> = new Set(["I'm alive!", 'Server running', 'Ollama is running']);

/**
 * A greeting instead of a report: a boolean (`{"ok":true}`, `{"running":true}`) or one known sentence. It proves that
 * the server answers, and nothing else. Sources: litellm's liveliness page, raine/claude-code-proxy, cc-switch,
 * copilot-api, ollama.
 */
export const greeting: Dialect = {
  id: 'greeting',
  words: new Map(),
  recognise: (body) => verdictOf(body) !== undefined,
  read: (body) => readGreeting(body),
};

function readGreeting(body: Body): Report {
  const overall = verdictOf(body) === true ? 'healthy' : 'down';
  return told<Report>({
    dialect: 'greeting',
    basic: true,
    overall,
    version: text(bodyFields(body) ?? {}, 'version'),
    components: [{ id: 'api_server', role: 'required', health: overall }],
    omitted: 0,
  });
}

function verdictOf(body: Body): boolean | undefined {
  if (body.kind === 'text') return GREETINGS.has(body.text) ? true : undefined;
  if (body.kind === 'json' && typeof body.value === 'string') return GREETINGS.has(body.value) ? true : undefined;
  const object = bodyFields(body);
  return object === undefined ? undefined : (flag(object, 'ok') ?? flag(object, 'running'));
}
