import type { HostileInput, Inputs } from './hostile-input.ts';
import { NAUGHTY_TEXTS } from './naughty-texts.ts';
import { DETAILED, inTurn, json, type Serve } from './wire.ts';

/** A health body of a dialect that says one text wherever it may say any. */
interface Form {
  readonly what: string;
  readonly say: (text: string) => Serve;
  readonly mayBeGreen?: string;
}

const UNAVAILABLE = { status: '503 Service Unavailable' } as const;

const { claude_cli: cli, api_server: server, authentication: signIn } = DETAILED.components;

const told = (text: string) => ({ version: text, path: text, host: text, user: text, message: text, error: text });

const FORMS: readonly Form[] = [
  {
    what: 'in the detailed body',
    say: (text) =>
      json({
        ...DETAILED,
        timestamp: text,
        version: text,
        components: {
          claude_cli: { ...cli, ...told(text) },
          api_server: { ...server, ...told(text), uptime: text },
          authentication: { ...signIn, ...told(text), expires: text, last_check: text },
          // The mark keeps a text that is itself the name of a component from taking its place.
          [`~${text}`]: { status: 'healthy', ...told(text) },
        },
        configuration: { host: text, log_level: text },
        [`~${text}`]: text,
      }),
    mayBeGreen: 'the words that count are as documented',
  },
  {
    what: 'in the detailed body of an unhealthy proxy',
    say: (text) => {
      const part = { status: 'unhealthy', ...told(text) };
      const components = { claude_cli: part, authentication: { ...part, logged_in: false }, [`~${text}`]: part };
      return json({ ...DETAILED, status: 'unhealthy', version: text, error: text, components }, UNAVAILABLE);
    },
  },
  {
    what: 'as status words',
    // The mark keeps a text that is itself a good word from being one.
    say: (text) =>
      json({ ...DETAILED, status: `~${text}`, components: { claude_cli: { status: `~${text}` }, [text]: {} } }),
  },
  { what: 'as the name of the service', say: (text) => json({ ...DETAILED, service: `~${text}` }) },
  {
    what: 'in a documented error body',
    say: (text) =>
      json(
        { status: 'error', version: text, error: text, details: { searched_paths: [text, text], host: text } },
        UNAVAILABLE,
      ),
  },
  {
    what: 'in the error of a port that is taken',
    say: (text) =>
      json(
        { status: 'unhealthy', error: `Port 8000 already in use: ${text}`, details: { port: text, host: text } },
        UNAVAILABLE,
      ),
  },
  {
    what: 'in a minimal body',
    say: (text) => json({ status: 'stopped', version: text, error: text }),
  },
  {
    what: 'in health+json',
    say: (text) => {
      const check = { status: 'fail', version: text, binary_path: text, output: text, error: text, time: text };
      const checks = { claude_cli: [check], [`~${text}`]: [{ ...check, auth_status: text }] };
      return json({ status: 'fail', version: text, releaseId: text, output: text, checks }, UNAVAILABLE);
    },
  },
  {
    what: 'in a body of checks',
    say: (text) => {
      const check = { status: 'unhealthy', message: text, timestamp: text, details: told(text) };
      return json({ status: 'unhealthy', version: text, uptime: text, checks: { claude_cli: check, [text]: check } });
    },
  },
  {
    what: 'beside an auth block',
    say: (text) => {
      const auth = { loggedIn: false, message: text, email: text, subscriptionType: text };
      return json({ status: 'unhealthy', version: text, error: text, auth, claudeBinary: text, claudeBinaryOk: false });
    },
  },
];

const TITLES: Readonly<Record<keyof typeof NAUGHTY_TEXTS, string>> = {
  '32': 'markup and templates',
  '33': 'naughty texts',
  '35': 'terminal sequences',
  '36': 'hidden and turned letters',
  '37': 'characters that are none',
  '38': 'long and towering texts',
  '46': 'fixes that are none',
};

/** 32, 33, 35-38 and 46: texts that no proxy should say, each in every text of several dialects. */
export const TEXTS: Inputs = Object.fromEntries(
  Object.entries(NAUGHTY_TEXTS).flatMap(([number, texts]) =>
    FORMS.map((form, i) => [`${number}${'abcdefghij'.charAt(i)}`, played(number, form, texts)]),
  ),
);

function played(number: string, { what, say, mayBeGreen }: Form, texts: readonly string[]): HostileInput {
  const title = Object.entries(TITLES).find(([of]) => of === number)?.[1] ?? number;
  return {
    what: `${title} ${what}`,
    serve: inTurn(texts.map(say)),
    answers: texts.length,
    ...(mayBeGreen !== undefined && { mayBeGreen }),
  };
}
