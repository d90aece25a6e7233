import fc from 'fast-check';
import { Counter, Gauge, Histogram, Registry, type OpenMetricsContentType } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { readExposition } from '../../../core/metrics/exposition.ts';

// prom-client 15.1.3 writes the page; what it holds in memory is what we must read out of it.
const RUNS = 400;

interface Observed {
  readonly labels: { readonly first: string; readonly second: string };
  readonly value: number;
}

// What prom-client would itself write wrongly is left out: it does not escape what it does not expect in a value.
const text = fc.string({ unit: fc.oneof(fc.constantFrom('"', '\\', '\n', '{', '}', ',', '=', ' ', '#'), fc.string()) });
const observed: fc.Arbitrary<Observed> = fc.record({
  labels: fc.record({ first: text, second: text }),
  value: fc.oneof(fc.nat(), fc.double({ min: 0, noNaN: true, noDefaultInfinity: true })),
});
const gauged = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(Number.NaN, Infinity, -Infinity));
const observations = fc.array(observed, { maxLength: 6 });

type Pages = Registry | Registry<OpenMetricsContentType>;

// Only a page in OpenMetrics can have exemplars.
function fill(registry: Pages, counts: readonly Observed[], times: readonly Observed[], level: number): void {
  const registers = [registry as Registry];
  const labelNames = ['first', 'second'] as const;
  const enableExemplars = registry.contentType === Registry.OPENMETRICS_CONTENT_TYPE;
  const family = { help: 'a "\\\n b', labelNames, registers, enableExemplars };
  const requests = new Counter({ ...family, name: 'p_requests_total' });
  const duration = new Histogram({ ...family, name: 'p_duration_seconds', buckets: [0.1, 1, 5] });
  new Gauge({ name: 'p_active_requests', help: 'c', registers }).set(level);
  for (const { labels, value } of counts) {
    if (enableExemplars) requests.inc({ labels, value, exemplarLabels: { first: 'KOO5S4vxi0o' } });
    else requests.inc(labels, value);
  }
  for (const { labels, value } of times) {
    if (enableExemplars) duration.observe({ labels, value, exemplarLabels: { first: 'oHg5SJYRHA0' } });
    else duration.observe(labels, value);
  }
}

async function held(registry: Pages): Promise<readonly string[]> {
  const metrics = await registry.getMetricsAsJSON();
  return metrics
    .flatMap((metric) =>
      metric.values.map(({ labels, value, ...rest }) => {
        const name = 'metricName' in rest && typeof rest.metricName === 'string' ? rest.metricName : metric.name;
        // In OpenMetrics the name of a counter is that of its samples without the ending.
        return told(name === 'p_requests' ? 'p_requests_total' : name, Object.entries(labels), value);
      }),
    )
    .toSorted();
}

function readBack(page: string): readonly string[] {
  const { samples, malformed } = readExposition(page, () => true);
  expect(malformed).toBe(0);
  return samples
    .map(({ name, labels, value }) =>
      told(
        name,
        labels.flatMap((label, at) => (at % 2 === 0 ? [[label, labels[at + 1] ?? '']] : [])),
        value,
      ),
    )
    .toSorted();
}

function told(name: string, labels: readonly (readonly unknown[])[], value: number): string {
  const pairs = labels.map(([label, of]) => `${String(label)} ${String(of)}`).toSorted();
  return JSON.stringify([name, pairs, Object.is(value, -0) ? '0' : String(value)]);
}

describe('what prom-client writes', () => {
  it('is read back from Prometheus text, sample by sample', async () => {
    await fc.assert(
      fc.asyncProperty(observations, observations, gauged, async (counts, times, level) => {
        const registry = new Registry();
        fill(registry, counts, times, level);
        expect(readBack(await registry.metrics())).toEqual(await held(registry));
      }),
      { numRuns: RUNS },
    );
  });

  it('is read back from OpenMetrics, sample by sample', async () => {
    await fc.assert(
      fc.asyncProperty(observations, observations, gauged, async (counts, times, level) => {
        const registry = new Registry<OpenMetricsContentType>();
        registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
        fill(registry, counts, times, level);
        expect(readBack(await registry.metrics())).toEqual(await held(registry));
      }),
      { numRuns: RUNS },
    );
  });
});
