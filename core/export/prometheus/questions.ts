import { component, componentWith, errorLike, goodWord, overall } from './patterns.ts';

/** What is asked of a proxy by blackbox_exporter, each by a module and a job of its own. */
export const QUESTION_IDS = [
  'health',
  'degraded',
  'unhealthy',
  'stranger',
  'cli-not-found',
  'cli-broken',
  'signed-out',
] as const;

export type QuestionId = (typeof QUESTION_IDS)[number];

/** `proof`: only a body like this is a success. `trouble`: a body like this is no success. */
export type Question =
  | { readonly kind: 'proof'; readonly body: string; readonly unless: readonly string[] }
  | { readonly kind: 'trouble'; readonly bodies: readonly string[] };

const ABSENT = String.raw`\bnot[ _-](?:found|installed|available)\b|ENOENT`;
// The documented form has this word for any component.
const OUT = ['unauthenticated'];
const CLI_BROKEN = [component('claude_cli', ['down'], OUT), String.raw`"claudeBinaryOk"\s*:\s*false`];
const CLI_ABSENT = [
  String.raw`"searched_paths"\s*:\s*\[`,
  errorLike(String.raw`\bcli\b[^"]*\bnot (?:found|available)\b`),
  componentWith('claude_cli', ABSENT),
];
const SIGNED_OUT = [
  component('authentication', ['down'], OUT),
  String.raw`"(?:logged_in|loggedIn|authenticated)"\s*:\s*false`,
  String.raw`"auth_status"\s*:\s*"not_configured"`,
  String.raw`"claude_cli_status"\s*:\s*"not_authenticated"`,
  String.raw`"oauth"\s*:\s*"(?:none|broken)"`,
  errorLike(String.raw`\bauthentication failed\b`),
];

/** Every question. The words are those of the dialects; what a regular expression cannot see is told in the documentation. */
export const QUESTIONS: Readonly<Record<QuestionId, Question>> = {
  health: {
    kind: 'proof',
    body: goodWord(),
    unless: [
      overall('down'),
      overall('degraded'),
      ...CLI_BROKEN,
      ...SIGNED_OUT,
      component('claude_cli', ['degraded']),
      component('authentication', ['degraded']),
      component('api_server', ['down', 'degraded'], OUT),
    ],
  },
  degraded: { kind: 'trouble', bodies: [overall('degraded')] },
  unhealthy: { kind: 'trouble', bodies: [overall('down')] },
  stranger: { kind: 'trouble', bodies: [String.raw`^\s*<(?:!doctype|html|head|body|title|h1|p|script)\b`] },
  'cli-not-found': { kind: 'trouble', bodies: CLI_ABSENT },
  'cli-broken': { kind: 'trouble', bodies: CLI_BROKEN },
  'signed-out': { kind: 'trouble', bodies: SIGNED_OUT },
};

/** The name of the job that asks a question; that of its module too, as both are in files of their own. */
export function jobOf(question: QuestionId | 'port' | 'metrics'): string {
  return `pilot-light-${question}`;
}
