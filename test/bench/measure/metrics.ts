import { follow, type Course } from '../../../core/metrics/course.ts';
import { readExposition } from '../../../core/metrics/exposition.ts';
import { readMeters } from '../../../core/metrics/meters.ts';
import { trafficOf } from '../../../core/metrics/traffic.ts';
import { measurement } from '../measurement.ts';
import { percentile } from '../statistics.ts';

const RUNS = 60;
const WARM_UP = 20;
const PAGE_BYTES = 1_000_000;
const BUDGET_MS = 10;
const BOUNDS = ['0.1', '0.5', '1.0', '2.5', '5.0', '10.0', '30.0', '+Inf'];

export const metrics = measurement({
  name: 'metrics',
  how: `Pages of metrics of 1 MB (11,000 lines, most of them buckets with three labels), read ${RUNS} times after ${WARM_UP} runs: one on which the traffic of the proxy stands among the metrics of much else, and one of which every line is wanted. The second figure reads every sample of the page, whatever it is called.`,
  limitMs: 60_000,
  figures: {
    page: { what: 'a page of 1 MB, from text to figures, median', unit: 'ms', budget: BUDGET_MS },
    every: { what: 'a page of 1 MB, every sample read, median', unit: 'ms' },
    dense: { what: 'a page of 1 MB that is all traffic, from text to figures, median', unit: 'ms' },
  },
  measure() {
    const mixed = pageOf((family) => (family === 0 ? 'p_request_duration_seconds' : `p_other_${family}_seconds`));
    const dense = pageOf(() => 'p_request_duration_seconds');
    return Promise.resolve({
      page: median(figuresOf(mixed)),
      every: median(() => readExposition(mixed, () => true)),
      dense: median(figuresOf(dense)),
    });
  },
});

function pageOf(nameOf: (family: number) => string): string {
  const lines = ['# TYPE p_requests_total counter', 'p_requests_total{model="m"} 12345'];
  let bytes = 0;
  for (let family = 0; bytes < PAGE_BYTES; family += 1) {
    const name = nameOf(family);
    const labels = `model="claude-${family % 50}",endpoint="/v1/messages/${Math.floor(family / 50)}"`;
    const series = [
      ...BOUNDS.map((le, at) => `${name}_bucket{${labels},le="${le}"} ${family * at}`),
      `${name}_sum{${labels}} ${family * 1.2345}`,
      `${name}_count{${labels}} ${family * 7}`,
    ];
    lines.push(...series);
    bytes += series.reduce((sum, line) => sum + line.length + 1, 0);
  }
  return lines.join('\n');
}

/** One page after the other, as the engine reads them. */
function figuresOf(page: string): () => void {
  let course: Course | undefined;
  let at = 0;
  return () => {
    const meters = readMeters(page, '/');
    if (meters === undefined) throw new Error('the page was not understood');
    at += 15_000;
    course = follow(course, { at, meters });
    trafficOf(course, at);
  };
}

function median(run: () => void): number {
  const taken = Array.from({ length: WARM_UP + RUNS }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  });
  return percentile(taken.slice(WARM_UP), 50);
}
