import type { Moment } from './moment.ts';

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

// Upper bounds in seconds, and which share of the requests is no slower.
const BUCKETS = [
  ['0.1', 0.05],
  ['0.5', 0.2],
  ['1.0', 0.45],
  ['2.5', 0.8],
  ['5.0', 0.93],
  ['10.0', 0.99],
  ['+Inf', 1],
] as const;

const MEAN_SECONDS = 1.7;
const REQUESTS_PER_SECOND = 0.7;
const ERROR_SHARES = { timeout: 0.004, rate_limit: 0.002, upstream: 0.001 } as const;

/** The four documented metrics. Counters grow with the uptime (made-up traffic) and with each request really made. */
export function metricsBody(moment: Moment, cliAvailable: boolean): string {
  const total = Math.floor(moment.uptimeSeconds * REQUESTS_PER_SECOND) + moment.requests;
  return [
    ...family('claude_proxy_requests_total', 'counter', 'Requests processed', [['', total]]),
    ...family('claude_proxy_request_duration_seconds', 'histogram', 'Time per request', durations(total)),
    ...family('claude_proxy_errors_total', 'counter', 'Errors by type', errors(total)),
    ...family('claude_proxy_claude_cli_status', 'gauge', 'CLI availability', [['', cliAvailable ? 1 : 0]]),
    '',
  ].join('\n');
}

type Sample = readonly [suffix: string, value: number];

function family(name: string, type: string, help: string, samples: readonly Sample[]): readonly string[] {
  const lines = samples.map(([suffix, value]) => `${name}${suffix} ${value}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines];
}

function durations(total: number): readonly Sample[] {
  const buckets = BUCKETS.map(([bound, share]): Sample => [`_bucket{le="${bound}"}`, Math.floor(total * share)]);
  return [...buckets, ['_sum', Number((total * MEAN_SECONDS).toFixed(3))], ['_count', total]];
}

function errors(total: number): readonly Sample[] {
  return Object.entries(ERROR_SHARES).map(([type, share]) => [`{type="${type}"}`, Math.floor(total * share)]);
}
