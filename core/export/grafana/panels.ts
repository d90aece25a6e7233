import type { Catalogue } from '../../text/catalogue.ts';
import { LIGHT_NUMBERS, SPANS } from '../prometheus/recording-rules.ts';
import { jobOf } from '../prometheus/questions.ts';

/** A question to Prometheus, and what its answers are called. */
export interface Query {
  readonly expr: string;
  readonly legend: string;
  /** Only what is so now, as a table or a number. */
  readonly instant?: true;
}

/** A panel of the dashboard, but for what all panels have. Places are columns of 24, and rows. */
export interface Panel {
  readonly type: 'stat' | 'state-timeline' | 'table' | 'timeseries';
  readonly title: string;
  readonly place: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly queries: readonly Query[];
  readonly field: object;
  readonly options: object;
  readonly transformations?: readonly object[];
}

const SHOWN = ['healthy', 'unknown', 'degraded', 'down'] as const;

const COLOURS: Readonly<Record<(typeof SHOWN)[number], string>> = {
  healthy: 'green',
  unknown: 'text',
  degraded: 'orange',
  down: 'red',
};

const CHOSEN = 'proxy=~"$proxy"';
const CALM = { custom: { lineWidth: 1, fillOpacity: 8, showPoints: 'never', spanNulls: false } };
const BELOW = { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi', sort: 'desc' } };
// What real proxies call their own figures.
const REQUESTS = ['claude_proxy_requests_total', 'ccproxy_requests_total', 'meridian_requests_total'];
const ERRORS = ['claude_proxy_errors_total', 'ccproxy_errors_total'];
const DURATIONS = ['claude_proxy_request_duration_seconds_bucket', 'ccproxy_response_duration_seconds_bucket'];

/** All panels: how it is, how it was, and what the proxy serves. */
export function panels(texts: Catalogue, slowAfterMs: number): readonly Panel[] {
  return [
    now(texts),
    availability(texts),
    whatIsWrong(texts),
    overTime(texts),
    answerTime(texts, slowAfterMs),
    ...served(texts),
    incidents(texts),
  ];
}

/** How the numbers of the lights are shown. */
function lightMappings({ lights }: Catalogue): readonly object[] {
  const shown: readonly (readonly [string, object])[] = SHOWN.map((light) => [
    String(LIGHT_NUMBERS[light]),
    { text: lights[light], color: COLOURS[light], index: LIGHT_NUMBERS[light] },
  ]);
  return [{ type: 'value', options: Object.fromEntries<object>(shown) }];
}

function now(texts: Catalogue): Panel {
  return {
    type: 'stat',
    title: texts.export.now,
    place: { x: 0, y: 0, w: 8, h: 6 },
    queries: [{ expr: `max by (proxy) (pilot_light:light{${CHOSEN}})`, legend: '{{proxy}}', instant: true }],
    field: { mappings: lightMappings(texts) },
    options: {
      colorMode: 'background',
      graphMode: 'none',
      textMode: 'value_and_name',
      reduceOptions: { calcs: ['lastNotNull'] },
    },
  };
}

function availability({ export: words }: Catalogue): Panel {
  return {
    type: 'stat',
    title: words.availability,
    place: { x: 8, y: 0, w: 8, h: 6 },
    queries: SPANS.map((span) => ({
      expr: `min(pilot_light:availability:${span}{${CHOSEN}})`,
      legend: words.availabilityOf(span),
      instant: true,
    })),
    field: {
      unit: 'percentunit',
      decimals: 2,
      min: 0,
      max: 1,
      thresholds: {
        mode: 'absolute',
        steps: [
          { color: 'red', value: null },
          { color: 'orange', value: 0.95 },
          { color: 'green', value: 0.99 },
        ],
      },
    },
    options: {
      colorMode: 'value',
      graphMode: 'none',
      textMode: 'value_and_name',
      reduceOptions: { calcs: ['lastNotNull'] },
    },
  };
}

function whatIsWrong({ export: words }: Catalogue): Panel {
  return {
    type: 'table',
    title: words.whatIsWrong,
    place: { x: 16, y: 0, w: 8, h: 6 },
    queries: [
      {
        expr: `max by (proxy, finding, severity) (ALERTS{alertstate="firing", weight!="", ${CHOSEN}})`,
        legend: '',
        instant: true,
      },
    ],
    field: {},
    options: { showHeader: true, cellHeight: 'sm' },
    transformations: [
      {
        id: 'organize',
        options: { excludeByName: { Time: true, Value: true }, indexByName: { proxy: 0, finding: 1, severity: 2 } },
      },
    ],
  };
}

function overTime(texts: Catalogue): Panel {
  return {
    type: 'state-timeline',
    title: texts.export.overTime,
    place: { x: 0, y: 6, w: 24, h: 5 },
    queries: [{ expr: `max by (proxy) (pilot_light:light{${CHOSEN}})`, legend: '{{proxy}}' }],
    field: { mappings: lightMappings(texts), custom: { lineWidth: 0, fillOpacity: 80, spanNulls: false } },
    options: { mergeValues: true, showValue: 'never', alignValue: 'left', ...BELOW },
  };
}

function answerTime({ export: words }: Catalogue, slowAfterMs: number): Panel {
  const duration = (job: 'health' | 'port'): string =>
    `max by (proxy) (probe_duration_seconds{job="${jobOf(job)}", ${CHOSEN}})`;
  return {
    type: 'timeseries',
    title: words.answerTime,
    place: { x: 0, y: 11, w: 12, h: 8 },
    queries: [
      { expr: duration('health'), legend: `{{proxy}}: ${words.healthPage}` },
      { expr: duration('port'), legend: `{{proxy}}: ${words.port}` },
    ],
    field: {
      unit: 's',
      min: 0,
      custom: { ...CALM.custom, thresholdsStyle: { mode: 'dashed' } },
      thresholds: {
        mode: 'absolute',
        steps: [
          { color: 'green', value: null },
          { color: 'orange', value: slowAfterMs / 1_000 },
        ],
      },
    },
    options: BELOW,
  };
}

function served({ export: words }: Catalogue): readonly Panel[] {
  const rates = (names: readonly string[], by: string): string =>
    names.map((name) => `sum by (${by}) (rate(${name}{${CHOSEN}}[$__rate_interval]))`).join(' or ');
  const quantile = (share: number): string =>
    DURATIONS.map(
      (name) => `histogram_quantile(${share}, sum by (proxy, le) (rate(${name}{${CHOSEN}}[$__rate_interval])))`,
    ).join(' or ');
  return [
    {
      type: 'timeseries',
      title: words.requestTime,
      place: { x: 12, y: 11, w: 12, h: 8 },
      queries: [0.5, 0.95, 0.99].map((share) => ({ expr: quantile(share), legend: `{{proxy}}: p${share * 100}` })),
      field: { unit: 's', min: 0, ...CALM },
      options: BELOW,
    },
    {
      type: 'timeseries',
      title: words.traffic,
      place: { x: 0, y: 19, w: 12, h: 8 },
      queries: [{ expr: rates(REQUESTS, 'proxy'), legend: '{{proxy}}' }],
      field: { unit: 'reqps', min: 0, ...CALM },
      options: BELOW,
    },
    {
      type: 'timeseries',
      title: words.errors,
      place: { x: 12, y: 19, w: 12, h: 8 },
      queries: [{ expr: rates(ERRORS, 'proxy, type, error_type'), legend: '{{proxy}}: {{type}}{{error_type}}' }],
      field: { unit: 'reqps', min: 0, ...CALM },
      options: BELOW,
    },
  ];
}

function incidents({ export: words }: Catalogue): Panel {
  return {
    type: 'state-timeline',
    title: words.incidents,
    place: { x: 0, y: 27, w: 24, h: 7 },
    queries: [
      {
        expr: `max by (proxy, finding) (ALERTS{alertstate="firing", severity!="info", finding!="", ${CHOSEN}})`,
        legend: '{{proxy}}: {{finding}}',
      },
    ],
    field: {
      mappings: [{ type: 'value', options: { 1: { text: '!', color: 'red', index: 0 } } }],
      custom: { lineWidth: 0, fillOpacity: 80, spanNulls: false },
    },
    options: { mergeValues: true, showValue: 'never', ...BELOW },
  };
}
