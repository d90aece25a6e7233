import type { Moment } from './moment.ts';
import type { Options } from './options.ts';

const TYPES = {
  prometheus: 'text/plain; version=0.0.4; charset=utf-8',
  openmetrics: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
} as const;

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

/** The content type of the page. */
export function metricsType({ metricsFormat = 'prometheus' }: Options): string {
  return TYPES[metricsFormat];
}

/**
 * The four documented metrics, or what the options say. Counters grow with the uptime (made-up traffic) and with each
 * request really made.
 */
export function metricsPage(moment: Moment, options: Options): string {
  const { metricsBody, metricsFormat = 'prometheus', metricsPrefix = 'claude_proxy', failingPercent = 0 } = options;
  if (metricsBody !== undefined) return metricsBody;
  const isOpen = metricsFormat === 'openmetrics';
  const total = Math.floor(moment.uptimeSeconds * REQUESTS_PER_SECOND) + moment.requests;
  const cli = (options.cli ?? 'healthy') === 'healthy' ? 1 : 0;
  // OpenMetrics declares a counter without the ending of its samples.
  const counter = (name: string, help: string, samples: readonly Sample[]): readonly string[] =>
    family(isOpen ? name : `${name}_total`, 'counter', help, isOpen ? samples.map(ending) : samples);
  return [
    ...counter(`${metricsPrefix}_requests`, 'Requests processed', [['', total]]),
    ...family(`${metricsPrefix}_request_duration_seconds`, 'histogram', 'Time per request', durations(total)),
    ...counter(`${metricsPrefix}_errors`, 'Errors by type', errors(total, failingPercent / 100)),
    ...family(`${metricsPrefix}_claude_cli_status`, 'gauge', 'CLI availability', [['', cli]]),
    ...(isOpen ? ['# EOF'] : []),
    '',
  ].join('\n');
}

type Sample = readonly [suffix: string, value: number];

function ending([suffix, value]: Sample): Sample {
  return [`_total${suffix}`, value];
}

function family(name: string, type: string, help: string, samples: readonly Sample[]): readonly string[] {
  const lines = samples.map(([suffix, value]) => `${name}${suffix} ${value}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines];
}

function durations(total: number): readonly Sample[] {
  const buckets = BUCKETS.map(([bound, share]): Sample => [`_bucket{le="${bound}"}`, Math.floor(total * share)]);
  return [...buckets, ['_sum', Number((total * MEAN_SECONDS).toFixed(3))], ['_count', total]];
}

// What fails beyond the usual fails behind the proxy.
function errors(total: number, failing: number): readonly Sample[] {
  return Object.entries(ERROR_SHARES).map(([type, share]) => {
    const count = total * share + (type === 'upstream' ? total * failing : 0);
    return [`{type="${type}"}`, Math.floor(count)];
  });
}
