import { describe, expect, it } from 'vitest';
import { readMeters, type Meters } from '../../../core/metrics/meters.ts';
import { rawAnswer } from '../../fixtures/raw-answer.ts';
import { fixture } from '../../fixtures/read.ts';

const captured = (name: string): Meters | undefined =>
  readMeters(rawAnswer(fixture(`captures/${name}.http`), '/metrics').body, '/');
const read = (...lines: readonly string[]): Meters | undefined => readMeters(lines.join('\n'), '/');
const values = (counters: readonly { readonly value: number }[] | undefined): readonly number[] | undefined =>
  counters?.map(({ value }) => value);

describe('the pages of real proxies', () => {
  it('meridian 1.40.0: one request refused, its duration as a whole and in milliseconds', () => {
    const meters = captured('meridian-1.40.0/metrics-after-error');
    expect(meters).toMatchObject({
      requests: [{ value: 1, error: '401' }],
      errors: [],
      countsProbes: false,
      families: { duration: { name: 'meridian_request_duration_ms', unitMs: 1 } },
    });
    expect(meters?.buckets.map(({ boundMs, value }) => [boundMs, value])).toEqual([
      [10, 0],
      [25, 0],
      [50, 0],
      [100, 1],
      [250, 1],
      [500, 1],
      [1_000, 1],
      [2_500, 1],
      [5_000, 1],
      [10_000, 1],
      [30_000, 1],
      [Infinity, 1],
    ]);
  });

  it('meridian 1.40.0: a family without samples is there all the same', () => {
    expect(captured('meridian-1.40.0/metrics-empty')).toMatchObject({
      families: { requests: 'meridian_requests_total' },
      requests: [],
    });
  });

  it('ccproxy 0.2.10: health checks are no traffic, a gauge that is called total is no counter', () => {
    const meters = readMeters(fixture('metrics/ccproxy-0.2.10.txt'), '/');
    expect(meters?.families).toEqual({
      requests: 'ccproxy_requests_total',
      errors: 'ccproxy_errors_total',
      duration: { name: 'ccproxy_response_duration_seconds', unitMs: 1_000 },
      active: 'ccproxy_active_requests',
    });
    expect(meters?.requests.map(({ value, error }) => [value, error])).toEqual([
      [40, undefined],
      [3, 'error'],
    ]);
    expect(meters?.errors).toMatchObject([{ value: 2, error: 'ReadTimeout' }]);
    expect(meters?.buckets.map(({ boundMs, value }) => [boundMs, value])).toEqual([
      [500, 4],
      [2_500, 30],
      [25_000, 43],
      [Infinity, 43],
    ]);
    expect(meters).toMatchObject({ active: 1, countsProbes: false });
  });

  it.each(['meridian-1.40.0/apikey-metrics-401', 'ccr-1.0.73/metrics', 'ccr-1.0.73/apikey-metrics'])(
    '%s is no page of metrics',
    (name) => {
      expect(captured(name)).toBeUndefined();
    },
  );
});

describe('what is none', () => {
  it.each([
    '',
    '\n\n',
    '{"requests_total": 5}',
    '{"x_requests_total":1}\n',
    '<!doctype html>\n<p>x_requests_total 5</p>',
    '# TYPE x_requests_total gauge\nx_requests_total 5\n',
    'node_cpu_seconds_total 5\n',
    'x_requests_total 1\n'.repeat(20_001),
  ])('input 45: %.60s', (page) => {
    expect(readMeters(page, '/')).toBeUndefined();
  });
});

describe('the choice of families', () => {
  it('takes the most general counter, and the errors beside it', () => {
    const meters = read(
      'x_failed_requests_total 1',
      'x_requests_total 5',
      'x_cached_requests_total 2',
      'up_errors_total 9',
      'x_errors_total{type="timeout"} 3',
    );
    expect([values(meters?.requests), values(meters?.errors)]).toEqual([[5], [3]]);
  });

  it.each([
    ['x_request_duration_seconds', '0.25', 250],
    ['x_response_duration_ms', '250', 250],
    ['x_duration_milliseconds', '250', 250],
    ['x_duration_seconds', '+Inf', Infinity],
  ])('%s up to %s is up to %d ms', (name, le, boundMs) => {
    expect(read(`${name}_bucket{le="${le}"} 1`)?.buckets).toMatchObject([{ boundMs }]);
  });

  it.each(['-Inf', '-0.5', 'NaN', ''])('knows no duration of up to %j', (le) => {
    expect(read(`x_request_duration_ms_bucket{le="${le}"} 1`)?.buckets).toEqual([]);
  });

  it('takes the unit from its declaration where the name has none', () => {
    const page = ['# UNIT x_request_duration seconds', 'x_request_duration_bucket{le="2"} 1'];
    expect(read(...page)?.buckets).toMatchObject([{ boundMs: 2_000 }]);
    expect(read('x_request_duration_bucket{le="2"} 1')).toBeUndefined();
  });

  it('takes none of several durations of which none is of requests', () => {
    expect(
      read('a_duration_ms_bucket{le="1"} 1', 'b_duration_ms_bucket{le="1"} 1', 'x_requests_total 1'),
    ).toMatchObject({
      buckets: [],
    });
  });

  it('adds no phases up, and takes none for the whole', () => {
    const bucket = (phase: string): string => `x_request_duration_ms_bucket{phase="${phase}",le="+Inf"} 1`;
    expect(read(bucket('queue_wait'), bucket('upstream'))?.buckets).toEqual([]);
    expect(read(bucket('queue_wait'), bucket('total'))?.buckets.length).toBe(1);
  });

  it('reads OpenMetrics counters, declared without their ending', () => {
    expect(read('# TYPE x_requests counter', 'x_requests_total 5', 'x_requests_created 1', '# EOF')).toMatchObject({
      requests: [{ value: 5 }],
    });
  });
});

describe('what counts as traffic', () => {
  it.each([
    ['/health', false],
    ['/health/detailed', false],
    ['/proxy/healthz', false],
    ['/metrics', false],
    ['http://127.0.0.1:8000/health/live?x=1', false],
    ['http://127.0.0.1:8000/', false],
    ['http://127.0.0.1:8000', false],
    ['/status', false],
    ['/v1/messages', true],
    ['https://api.example.com/v1/messages', true],
    ['/v1/healthcare', true],
    ['POST /v1/messages', true],
  ])('%s: %s', (endpoint, counts) => {
    const meters = readMeters(`x_requests_total{endpoint="${endpoint}"} 1`, '/status');
    expect([meters?.requests.length, meters?.countsProbes]).toEqual([counts ? 1 : 0, false]);
  });

  it('takes an empty label for none, as Prometheus does', () => {
    expect(read('x_requests_total{endpoint=""} 1')).toMatchObject({ requests: [{ value: 1 }], countsProbes: true });
  });

  it('says where nothing tells our probes from it', () => {
    expect(read('x_requests_total 1')?.countsProbes).toBe(true);
    expect(read('x_requests_total{model="a"} 1')?.countsProbes).toBe(false);
    expect(read('x_requests_total{method="GET"} 1')?.countsProbes).toBe(true);
  });

  it.each([
    ['200', undefined],
    ['404', undefined],
    ['400', undefined],
    ['499', undefined],
    ['401', '401'],
    ['403', '403'],
    ['429', '429'],
    ['500', '500'],
    ['529', '529'],
    ['5xx', '5xx'],
    ['4xx', undefined],
    ['ok', undefined],
    ['error', 'error'],
    ['FAILED', 'FAILED'],
    ['', undefined],
  ])('status %j fails as %s', (status, error) => {
    expect(read(`x_requests_total{status="${status}"} 1`)?.requests[0]?.error).toBe(error);
  });

  it('keeps a series apart by its labels, in whatever order they come', () => {
    const key = (line: string): string | undefined => read(line)?.requests[0]?.key;
    expect(key('x_requests_total{a="1",b="2"} 1')).toBe(key('x_requests_total{b="2",a="1"} 1'));
    expect(key('x_requests_total{a="1,b=2"} 1')).not.toBe(key('x_requests_total{a="1",b="2"} 1'));
  });

  it.each(['NaN', '-1', '+Inf', '-Inf', '1e300'])('a counter of %s counts nothing', (value) => {
    expect(read(`x_requests_total ${value}`)?.requests).toEqual([]);
  });

  it('makes the names of errors plain and short', () => {
    const [error] = read(`x_errors_total{type="${'<b>\\n\u202E'.repeat(30)}"} 1`)?.errors ?? [];
    expect(error?.error).toMatch(/^[<b> ]{1,39}…$/);
  });

  it('reads whether the proxy has its CLI', () => {
    expect(read('x_requests_total 1', 'x_claude_cli_status 0')?.cli).toBe(false);
    expect(read('x_requests_total 1', 'x_claude_cli_status 1')?.cli).toBe(true);
  });
});
