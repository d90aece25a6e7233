import { SLOW_MS } from '../../diagnosis/checks/response-time.ts';
import { thresholdsOf } from '../../monitor/thresholds.ts';
import type { Settings } from '../../settings.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { OURS, type ExportFile } from '../export-file.ts';
import { panels, type Panel, type Query } from './panels.ts';

// The form of Grafana 10; later versions read it too.
const SCHEMA_VERSION = 39;

const SOURCE = { type: 'prometheus', uid: '${datasource}' } as const;

/** The dashboard of `export grafana`: it draws what the rules of `export prometheus` record. */
export function grafanaDashboard(settings: Settings, texts: Catalogue): ExportFile {
  const { slowAfterMs = SLOW_MS } = thresholdsOf(settings);
  const dashboard = {
    // First, so that the file is known as ours.
    description: `${OURS}. It needs the rules of "pilot-light export prometheus".`,
    uid: 'pilot-light',
    title: 'Pilot Light',
    tags: ['claude-proxy', 'pilot-light'],
    schemaVersion: SCHEMA_VERSION,
    version: 1,
    editable: true,
    graphTooltip: 1,
    refresh: '10s',
    time: { from: 'now-6h', to: 'now' },
    timezone: 'browser',
    templating: { list: [sourceVariable(texts), proxyVariable(texts)] },
    annotations: { list: [incidentMarks(texts)] },
    links: [],
    panels: panels(texts, slowAfterMs).map(panelModel),
  };
  return { name: 'pilot-light-dashboard.json', text: `${JSON.stringify(dashboard, undefined, 2)}\n` };
}

function sourceVariable({ export: words }: Catalogue): object {
  return { name: 'datasource', label: words.dataSource, type: 'datasource', query: 'prometheus', hide: 0, refresh: 1 };
}

function proxyVariable({ export: words }: Catalogue): object {
  const query = 'label_values(pilot_light:light, proxy)';
  return {
    name: 'proxy',
    label: words.proxy,
    type: 'query',
    datasource: SOURCE,
    definition: query,
    query: { query, refId: 'proxy' },
    multi: true,
    includeAll: true,
    allValue: '.*',
    current: { text: ['All'], value: ['$__all'] },
    refresh: 2,
    sort: 1,
    hide: 0,
  };
}

function incidentMarks({ export: words }: Catalogue): object {
  return {
    name: words.incidents,
    datasource: SOURCE,
    enable: true,
    iconColor: 'red',
    expr: 'ALERTS{alertstate="firing", severity!="info", proxy=~"$proxy"}',
    titleFormat: '{{alertname}}',
    textFormat: '{{proxy}}',
    step: '15s',
  };
}

function panelModel({ place, queries, field, ...panel }: Panel, index: number): object {
  return {
    id: index + 1,
    ...panel,
    datasource: SOURCE,
    gridPos: place,
    targets: queries.map((query, i) => target(query, i, panel.type === 'table')),
    fieldConfig: { defaults: field, overrides: [] },
  };
}

function target({ expr, legend, instant }: Query, index: number, isTable: boolean): object {
  return {
    refId: String.fromCodePoint('A'.charCodeAt(0) + index),
    datasource: SOURCE,
    expr,
    legendFormat: legend,
    format: isTable ? 'table' : 'time_series',
    instant: instant === true,
    range: instant !== true,
  };
}
