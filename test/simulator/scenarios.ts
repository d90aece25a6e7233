import { detailedBody, DOCUMENTED_PROBLEMS, healthBody, NOT_FOUND, STRANGER_PAGE } from './bodies.ts';
import { metricsPage, metricsType } from './metrics.ts';
import type { Moment } from './moment.ts';
import type { Options } from './options.ts';

/** One HTTP answer, or silence: the request is taken and never answered. */
export type Reply =
  | {
      readonly kind: 'page';
      readonly status: number;
      readonly type: string;
      readonly body: string;
      readonly server: string;
    }
  | { readonly kind: 'silence' };

/** Whether the server is there at all: `gone` listens no more (the process lives), `exit` ends the process. */
export type Presence = 'there' | 'gone' | 'exit';

/** What a proxy does from the moment the scenario begins. Times are milliseconds since then. */
export interface Scenario {
  readonly summary: string;
  /** True when it begins (again) as a fresh process, with its uptime at zero. */
  readonly fresh?: boolean;
  /** Milliseconds before each answer, unless the options say otherwise. */
  readonly delayMs?: number;
  presence?(elapsedMs: number, options: Options): Presence;
  reply(path: string, moment: Moment, options: Options, elapsedMs: number): Reply;
}

const JSON_TYPE = 'application/json';

/** The documented proxy; `laid` is what differs from good health, and the user's options win over it. */
function proxy(summary: string, laid: Options = {}, rest: Partial<Scenario> = {}): Scenario {
  return { summary, reply: (path, moment, options) => documentedReply(path, moment, { ...laid, ...options }), ...rest };
}

function documentedReply(path: string, moment: Moment, options: Options): Reply {
  const { status = 200, body, type = JSON_TYPE } = options;
  if (path === '/health') return page(status, body ?? healthBody(moment, options), type);
  if (path === '/health/detailed') return page(status, body ?? detailedBody(moment, options), type);
  if (path === '/metrics')
    return page(options.metricsStatus ?? 200, metricsPage(moment, options), metricsType(options));
  return page(404, NOT_FOUND);
}

function page(status: number, body: string, type = JSON_TYPE, server = 'uvicorn'): Reply {
  return { kind: 'page', status, type, body, server };
}

const UNHEALTHY = { status: 503, overall: 'unhealthy' } as const;

const restartsAfter: Partial<Scenario> = {
  fresh: true,
  presence: (elapsedMs, { gone = 800 }) => (elapsedMs < gone ? 'gone' : 'there'),
};

const diesAfter: Partial<Scenario> = {
  presence: (elapsedMs, { after = 3_000 }) => (elapsedMs < after ? 'there' : 'exit'),
};

/** Every scenario by name. What each path answers is a pure function of the moment. */
export const SCENARIOS = {
  healthy: proxy('everything works'),
  unhealthy: {
    summary: '503 with the documented unhealthy body on both pages',
    reply: (path, moment, options) => {
      const laid = { ...UNHEALTHY, error: 'Claude CLI not available', cli: 'unhealthy', ...options };
      return documentedReply(path === '/health/detailed' ? '/health' : path, moment, laid);
    },
  },
  'cli-missing': proxy('documented problem: Claude CLI not found in PATH', {
    ...UNHEALTHY,
    cli: 'unhealthy',
    body: DOCUMENTED_PROBLEMS['cli-missing'],
  }),
  'signed-out': proxy('documented problem: Claude CLI authentication failed', {
    ...UNHEALTHY,
    body: DOCUMENTED_PROBLEMS['signed-out'],
  }),
  'port-taken': proxy('documented problem: port 8000 already in use', {
    ...UNHEALTHY,
    body: DOCUMENTED_PROBLEMS['port-taken'],
  }),
  'cli-unhealthy': proxy('503, detailed body with the component claude_cli unhealthy', {
    ...UNHEALTHY,
    cli: 'unhealthy',
  }),
  unauthenticated: proxy('503, detailed body with the component authentication unauthenticated', {
    ...UNHEALTHY,
    auth: 'unauthenticated',
  }),
  'logged-out': proxy('200 and healthy words, but logged_in is false', { loggedIn: false }),
  degraded: proxy('200 with the overall word degraded', { overall: 'degraded' }),
  'error-500': proxy('500 with the overall word error', {
    status: 500,
    overall: 'error',
    error: 'Internal server error',
  }),
  slow: proxy('healthy, each answer after 1.5 s (--set delay=MS)', {}, { delayMs: 1_500 }),
  hanging: { summary: 'takes connections and never answers', reply: () => ({ kind: 'silence' }) },
  refusing: proxy('does not listen; the process lives', {}, { presence: () => 'gone' }),
  flapping: {
    summary: 'healthy and unhealthy in turns of 5 s (--set period=MS)',
    reply: (path, moment, options, elapsedMs) => {
      const isGood = Math.floor(elapsedMs / (options.period ?? 5_000)) % 2 === 0;
      return documentedReply(path, moment, { ...(isGood ? {} : { ...UNHEALTHY, cli: 'unhealthy' }), ...options });
    },
  },
  dying: proxy('healthy, then the process exits after 3 s (--set after=MS)', {}, diesAfter),
  restarting: proxy('gone for 0.8 s (--set gone=MS), then back and freshly started', {}, restartsAfter),
  'upstream-failing': proxy('healthy, but four of five requests fail (--set failingPercent=N)', { failingPercent: 80 }),
  'basic-only': {
    summary: 'only /health, as most real proxies: the rest is 404',
    reply: (path, moment, options) =>
      path === '/health' ? documentedReply(path, moment, options) : page(404, NOT_FOUND),
  },
  stranger: {
    summary: 'another program: an HTML page with status 200 on every path',
    reply: (_path, _moment, { status = 200, body = STRANGER_PAGE, type = 'text/html; charset=utf-8' }) =>
      page(status, body, type, 'nginx'),
  },
} satisfies Readonly<Record<string, Scenario>>;

export type ScenarioName = keyof typeof SCENARIOS;

export function isScenarioName(name: unknown): name is ScenarioName {
  return typeof name === 'string' && Object.hasOwn(SCENARIOS, name);
}
