import { Counter, Histogram, Registry, type OpenMetricsContentType } from 'prom-client';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { follow, type Course } from '../../core/metrics/course.ts';
import { readMeters } from '../../core/metrics/meters.ts';
import { METRICS_PATHS } from '../../core/metrics/metrics-path.ts';
import { trafficOf, type Traffic } from '../../core/metrics/traffic.ts';
import { systemClock } from '../../engine/clock.ts';
import { holdConnection } from '../../engine/probe/held-connection.ts';
import type { Options } from '../simulator/options.ts';
import { startSimulator, type Simulator } from '../simulator/simulator.ts';
import { HAS_PROMETHEUS } from './programs.ts';
import { startPrometheus, type Prometheus, type Series } from './server.ts';

// Prometheus and we scrape the same simulator, whose pages prom-client writes. It is asked for `rate` and
// `histogram_quantile`, and so are we: of its own samples, where all digits must agree, and of our own.
const STAGE_MS = 1_800;
const OUR_INTERVAL_MS = 300;
const BOUNDS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const MODELS = ['sonnet', 'opus'] as const;

const FORMATS = ['prometheus', 'openmetrics'] as const;

type Format = (typeof FORMATS)[number];

/** The seconds that requests took, by a spread with a long end, the same in every run. */
function tookAfter(count: number, from: number): readonly number[] {
  return Array.from(
    { length: count },
    (_, at) => 0.03 * Math.exp(5.5 * (((from + at) * 0.618_033_988_749) % 1) ** 1.7),
  );
}

/** A process that counts, from its start on. */
function counting(format: Format) {
  const registry = new Registry<OpenMetricsContentType>();
  if (format === 'openmetrics') registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  const registers = [registry];
  const family = { help: 'h', labelNames: ['model'] as const, registers };
  const requests = new Counter({ ...family, name: 'p_requests_total' });
  const errors = new Counter({ ...family, name: 'p_errors_total', labelNames: ['type'] as const });
  const duration = new Histogram({ ...family, name: 'p_request_duration_seconds', buckets: BOUNDS });
  return async (took: readonly number[], failed: number): Promise<string> => {
    for (const [at, seconds] of took.entries()) {
      const model = MODELS[at % 3 === 0 ? 1 : 0];
      requests.inc({ model }, 1);
      duration.observe({ model }, seconds);
    }
    errors.inc({ type: 'timeout' }, failed);
    return registry.metrics();
  };
}

/** The pages of two lives of a process, each page to be shown for a while. What was asked before the first is not new. */
async function stagesIn(format: Format): Promise<readonly string[]> {
  const first = counting(format);
  const second = counting(format);
  return [
    await first(tookAfter(5_000, 0), 40),
    await first(tookAfter(331, 5_000), 7),
    await second(tookAfter(57, 6_000), 3),
    await second(tookAfter(206, 7_000), 1),
  ];
}

const NEW = [...tookAfter(331, 5_000), ...tookAfter(57, 6_000), ...tookAfter(206, 7_000)];
const NEW_ERRORS = 11;

/** Scrapes as the engine does, over a connection that is held, until it is told to end. */
function scrapeBeside({ url }: Simulator): () => Promise<Course | undefined> {
  const connection = holdConnection({ url, clock: systemClock, onLost: () => {} });
  const end = new AbortController();
  const scraping = (async () => {
    let course: Course | undefined;
    while (!end.signal.aborted) {
      // oxlint-disable-next-line no-await-in-loop
      const result = await connection.ask(METRICS_PATHS.below, 2_000, 'metrics');
      const meters = result.kind === 'answer' ? readMeters(result.body, '/') : undefined;
      if (meters !== undefined) course = follow(course, { at: systemClock.monotonic(), meters });
      // oxlint-disable-next-line no-await-in-loop
      await wait(OUR_INTERVAL_MS);
    }
    connection.close();
    return course;
  })();
  return () => {
    end.abort();
    return scraping;
  };
}

/** What we make of the samples that Prometheus has stored, page by page. */
function ofItsSamples(series: readonly Series[]): Traffic {
  const pages = new Map<number, string>();
  for (const {
    labels: { __name__: name, instance: _instance, job: _job, ...labels },
    points,
  } of series) {
    const pairs = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
    for (const [second, value] of points) {
      pages.set(second, `${pages.get(second) ?? ''}${name}{${pairs.join(',')}} ${value}\n`);
    }
  }
  const course = [...pages]
    .toSorted(([a], [b]) => a - b)
    .reduce<Course | undefined>((before, [second, page]) => {
      const meters = readMeters(page, '/');
      return meters === undefined ? before : follow(before, { at: second * 1_000, meters });
    }, undefined);
  return figuresOf(course);
}

function figuresOf(course: Course | undefined): Traffic {
  const traffic = course && trafficOf(course, 0);
  if (traffic === undefined) throw new Error('two pages are needed for figures');
  return traffic;
}

interface Asked {
  readonly rate: number;
  readonly errorRate: number;
  readonly quantiles: readonly number[];
}

/** What Prometheus says itself, over exactly the time between its first sample and its last: then it guesses no ends. */
async function asked(prometheus: Prometheus, { port }: Simulator, seconds: readonly number[]): Promise<Asked> {
  const [first, last] = [Math.min(...seconds), Math.max(...seconds)];
  const range = `{instance="127.0.0.1:${port}"}[${Math.ceil((last - first) * 1_000)}ms]`;
  const value = async (promql: string): Promise<number> => {
    const [only] = await prometheus.query(promql, last);
    return only?.points[0]?.[1] ?? Number.NaN;
  };
  const quantile = (q: number): Promise<number> =>
    value(`histogram_quantile(${q}, sum by (le) (rate(p_request_duration_seconds_bucket${range})))`);
  return {
    rate: await value(`sum(rate(p_requests_total${range}))`),
    errorRate: await value(`sum(rate(p_errors_total${range}))`),
    quantiles: await Promise.all([0.5, 0.95, 0.99].map(quantile)),
  };
}

const secondsOf = ({ p50, p95, p99 }: Traffic): readonly number[] =>
  [p50, p95, p99].map((quantile) => (quantile?.value ?? Number.NaN) / 1_000);

const ROUNDING = 1e-9;
const PATIENCE = { timeout: 20_000, interval: 100 } as const;

interface Compared {
  readonly ours: Traffic;
  /** Ours, of the samples that Prometheus stored. */
  readonly ofTheirs: Traffic;
  readonly theirs: Asked;
}

/** Waits until Prometheus has seen the first page more than once; it takes some seconds before it begins. */
async function untilScraped(prometheus: Prometheus, { port }: Simulator): Promise<void> {
  await vi.waitFor(async () => {
    const seen = await prometheus.query(`count_over_time(p_requests_total{instance="127.0.0.1:${port}"}[60s]) > 1`);
    if (seen.length === 0) throw new Error('Prometheus has not scraped yet');
  }, PATIENCE);
}

async function compare(prometheus: Prometheus, simulator: Simulator, stages: readonly Options[]): Promise<Compared> {
  const end = scrapeBeside(simulator);
  await untilScraped(prometheus, simulator);
  for (const stage of stages) {
    // oxlint-disable-next-line no-await-in-loop
    await simulator.switchTo('healthy', stage);
    // oxlint-disable-next-line no-await-in-loop
    await wait(STAGE_MS);
  }
  const ours = figuresOf(await end());
  const stored = await prometheus.query(
    `{__name__=~"p_.*(_total|_bucket)",instance="127.0.0.1:${simulator.port}"}[60s]`,
  );
  const seconds = stored.flatMap(({ points }) => points.map(([second]) => second));
  return { ours, ofTheirs: ofItsSamples(stored), theirs: await asked(prometheus, simulator, seconds) };
}

/** How far each number lies from what it should be, as a share of that, at most. */
function apart(found: readonly number[], expected: readonly number[]): number {
  return Math.max(...expected.map((value, at) => Math.abs((found[at] ?? Infinity) - value) / Math.abs(value)));
}

describe.skipIf(!HAS_PROMETHEUS)('figures beside those of the real Prometheus', () => {
  const compared = new Map<Format, Compared>();
  const of = (format: Format): Compared => {
    const both = compared.get(format);
    if (both === undefined) throw new Error(`nothing was compared in ${format}`);
    return both;
  };

  beforeAll(async () => {
    const begun = await Promise.all(
      FORMATS.map(async (format) => {
        const pages = await stagesIn(format);
        const stages = pages.map((metricsBody): Options => ({ metricsBody, metricsFormat: format }));
        const simulator = await startSimulator({ scenario: 'healthy', options: stages[0] ?? {} });
        return { format, stages, simulator };
      }),
    );
    const prometheus = await startPrometheus(begun.map(({ simulator }) => simulator.port));
    try {
      await Promise.all(
        begun.map(async ({ format, stages, simulator }) => {
          compared.set(format, await compare(prometheus, simulator, stages));
          await simulator.close();
        }),
      );
    } finally {
      await prometheus.stop();
    }
  });

  it.each(FORMATS)('in %s: of its own samples the same rates and quantiles, over a restart', (format) => {
    const { ofTheirs, theirs } = of(format);
    const { requestsPerMinute = 0, errorShare = 0 } = ofTheirs;
    expect(apart([requestsPerMinute / 60, errorShare], [theirs.rate, theirs.errorRate / theirs.rate])).toBeLessThan(
      ROUNDING,
    );
    expect(apart(secondsOf(ofTheirs), theirs.quantiles)).toBeLessThan(ROUNDING);
  });

  it.each(FORMATS)('in %s: of our own samples the same quantiles, and every request', (format) => {
    const { ours, theirs } = of(format);
    const { requestsPerMinute = 0, windowMs, errorShare = 0 } = ours;
    expect(apart(secondsOf(ours), theirs.quantiles)).toBeLessThan(ROUNDING);
    expect(apart([(requestsPerMinute * windowMs) / 60_000], [NEW.length])).toBeLessThan(ROUNDING);
    expect(apart([errorShare], [NEW_ERRORS / NEW.length])).toBeLessThan(ROUNDING);
  });

  it.each([0.5, 0.95, 0.99])('the quantile %d is no further from the truth than a bucket is wide', (q) => {
    const truth = NEW.toSorted((a, b) => a - b)[Math.ceil(q * NEW.length) - 1] ?? Number.NaN;
    const above = BOUNDS.find((bound) => bound >= truth) ?? Infinity;
    const below = BOUNDS.findLast((bound) => bound < truth) ?? 0;
    const found = secondsOf(of('prometheus').ours)[[0.5, 0.95, 0.99].indexOf(q)] ?? Infinity;
    expect(Math.abs(found - truth)).toBeLessThanOrEqual(above - below);
  });
});
