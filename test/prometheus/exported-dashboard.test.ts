import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { grafanaDashboard } from '../../core/export/grafana/dashboard.ts';
import { readSettings } from '../../core/settings.ts';
import { english } from '../../core/text/english.ts';
import { HAS_PROMETHEUS, promtool } from './programs.ts';

interface Panel {
  readonly title: string;
  readonly targets: readonly { readonly expr: string }[];
}

const { panels } = JSON.parse(grafanaDashboard(readSettings(undefined), english).text) as { panels: Panel[] };
// As Grafana fills them in.
const filled = (expr: string): string => expr.replaceAll('$proxy', '.*').replaceAll('$__rate_interval', '1m');

describe.skipIf(!HAS_PROMETHEUS)('the exported dashboard, by promtool', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'exported-dashboard-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(panels)('asks what Prometheus understands: $title', ({ targets }) => {
    const path = join(folder, 'queries.yml');
    const rules = targets.map(({ expr }, i) => ({ record: `panel:query:${i}`, expr: filled(expr) }));
    writeFileSync(path, stringify({ groups: [{ name: 'panel', rules }] }));
    expect(promtool(['check', 'rules', path])).toMatchObject({ code: 0, stderr: '' });
  });
});
