import { describe, expect, it } from 'vitest';
import { readExposition, type Exposition } from '../../../core/metrics/exposition.ts';

const read = (page: string): Exposition => readExposition(page, () => true);

const sample = (page: string): unknown => {
  const { samples, malformed } = read(page);
  const [first] = samples;
  if (first === undefined || samples.length > 1 || malformed > 0) return { samples, malformed };
  return [first.name, first.labels, first.value];
};

// The example of the format's own documentation, whole.
// https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-example
const DOCUMENTED = String.raw`# HELP http_requests_total The total number of HTTP requests.
# TYPE http_requests_total counter
http_requests_total{method="post",code="200"} 1027 1395066363000
http_requests_total{method="post",code="400"}    3 1395066363000

# Escaping in label values:
msdos_file_access_time_seconds{path="C:\\DIR\\FILE.TXT",error="Cannot find file:\n\"FILE.TXT\""} 1.458255915e9

# Minimalistic line:
metric_without_timestamp_and_labels 12.47

# A weird metric from before the epoch:
something_weird{problem="division by zero"} +Inf -3982045

# A histogram, which has a pretty complex representation in the text format:
# HELP http_request_duration_seconds A histogram of the request duration.
# TYPE http_request_duration_seconds histogram
http_request_duration_seconds_bucket{le="0.05"} 24054
http_request_duration_seconds_bucket{le="+Inf"} 144320
http_request_duration_seconds_sum 53423
http_request_duration_seconds_count 144320
`;

const OPEN_METRICS = `# TYPE acme_http_router_request_seconds summary
# UNIT acme_http_router_request_seconds seconds
# HELP acme_http_router_request_seconds Latency though all of ACME's HTTP request router.
acme_http_router_request_seconds_sum{path="/api/v1",method="GET"} 9036.32
acme_http_router_request_seconds_created{path="/api/v1",method="GET"} 1605281325.0
# TYPE foo histogram
foo_bucket{le="0.01"} 0 1520879607.789 # {} 0.054
foo_bucket{le="0.1"} 8 # {trace_id="KOO5S4vxi0o"} 0.67
foo_bucket{le="+Inf"} 17 # {trace_id="oHg5SJYRHA0"} 9.8 1520879607.789
# EOF
foo_bucket{le="late"} 1
`;

describe('a page in Prometheus text', () => {
  it('is read as documented', () => {
    const { samples, types, malformed, whole } = read(DOCUMENTED);
    expect({ malformed, whole, count: samples.length }).toEqual({ malformed: 0, whole: true, count: 9 });
    expect([...types]).toEqual([
      ['http_requests_total', 'counter'],
      ['http_request_duration_seconds', 'histogram'],
    ]);
    expect(samples[2]).toEqual({
      name: 'msdos_file_access_time_seconds',
      labels: ['path', String.raw`C:\DIR\FILE.TXT`, 'error', 'Cannot find file:\n"FILE.TXT"'],
      value: 1_458_255_915,
    });
    expect(samples[4]).toEqual({ name: 'something_weird', labels: ['problem', 'division by zero'], value: Infinity });
  });

  it.each([
    ['a 1', ['a', [], 1]],
    ['a 1\r\n', ['a', [], 1]],
    [' \ta\t{ b = "c" , }  -1.5e-3 \t 12 ', ['a', ['b', 'c'], -0.0015]],
    ['a{} 0', ['a', [], 0]],
    ['a{b=""} .5', ['a', ['b', ''], 0.5]],
    ['a{b="{} # =,"} 5.', ['a', ['b', '{} # =,'], 5]],
    [String.raw`a{b="\\"} 1`, ['a', ['b', '\\'], 1]],
    [String.raw`a{b="\\\""} 1`, ['a', ['b', String.raw`\"`], 1]],
    [String.raw`a{b="\t"} 1`, ['a', ['b', String.raw`\t`], 1]],
    ['a NaN', ['a', [], Number.NaN]],
    ['a Nan', ['a', [], Number.NaN]],
    ['a -Inf', ['a', [], -Infinity]],
    ['a 123456789012345678', ['a', [], 123_456_789_012_345_680]],
    ['{"a.b",c="d"} 1', ['a.b', ['c', 'd'], 1]],
    ['{"a b","c.d"="e"} 1', undefined],
    ['{"a",  "c.d" = "e"} 1', ['a', ['c.d', 'e'], 1]],
    ['a:b_9 1 # {x="y"} 2', ['a:b_9', [], 1]],
  ])('%j', (line, expected) => {
    expect(sample(line)).toEqual(expected ?? ['a b', ['c.d', 'e'], 1]);
  });

  const damaged = [
    'a',
    'a{',
    'a{b',
    'a{b=',
    'a{b="',
    'a{b="c',
    'a{b="c"',
    'a{b="c"}',
    'a{b=c} 1',
    'a{b="c" d="e"} 1',
    'a{,} 1',
    'a{"b"} 1',
    String.raw`a{b="c\"} 1`,
    '9a 1',
    'a 1 2 3',
    'a 1 x',
    'a 0x10',
    'a 1_000',
    'a --1',
    'a Infinit',
    'a 1 # 2',
    'a 1 # {} ',
    'a 1 # {} 1 2 3',
    '{} 1',
    '{b="c"} 1',
    'a-b 1',
    'ä 1',
    '<html>',
    '{"status":"ok"}',
    'Ollama is running',
    // In the square of its length, this line alone would take minutes.
    `a ${'1'.repeat(200_000)}x`,
    `${'a'.repeat(201)} 1`,
    `a{b="${'c'.repeat(1_025)}"} 1`,
    `a{${'b="c",'.repeat(33)}} 1`,
  ].map((line) => [line.slice(0, 40), line] as const);

  it.each(damaged)('input 45: %j is malformed, and the next line is read all the same', (_begin, line) => {
    const { samples, malformed } = read(`${line}\nnext 1`);
    expect({ malformed, names: samples.map(({ name }) => name) }).toEqual({ malformed: 1, names: ['next'] });
  });

  it('tells samples of names apart that begin alike', () => {
    expect(read('ab 1\na 2\nabc 3\nxyz 4\nab{c="d"} 5').samples.map(({ name }) => name)).toEqual([
      'ab',
      'a',
      'abc',
      'xyz',
      'ab',
    ]);
  });

  it('stands still at twenty thousand samples, and says so', () => {
    const page = 'a 1\n'.repeat(20_000);
    expect(read(page)).toMatchObject({ whole: true });
    const more = read(`${page}b 1\nc 1\n`);
    expect([more.whole, more.samples.length]).toEqual([false, 20_000]);
  });

  it('stands still at five thousand declarations, and says so', () => {
    const page = Array.from({ length: 6_000 }, (_, i) => `# TYPE a${i} counter\n`).join('');
    expect(read(page)).toMatchObject({ whole: false });
  });

  it('looks only at what is wanted', () => {
    const { samples, malformed } = readExposition('a 1\nb{broken\nc 2\n', (name) => name === 'c');
    expect({ samples, malformed }).toEqual({ samples: [{ name: 'c', labels: [], value: 2 }], malformed: 0 });
  });
});

describe('a page in OpenMetrics', () => {
  it('is read with its exemplars passed over, up to its end', () => {
    const { samples, units, types, malformed } = read(OPEN_METRICS);
    expect(malformed).toBe(0);
    expect([...units, ...types]).toEqual([
      ['acme_http_router_request_seconds', 'seconds'],
      ['acme_http_router_request_seconds', 'summary'],
      ['foo', 'histogram'],
    ]);
    expect(samples.slice(2).map(({ labels, value }) => [labels[1], value])).toEqual([
      ['0.01', 0],
      ['0.1', 8],
      ['+Inf', 17],
    ]);
  });
});
