import { describe, expect, it } from 'vitest';
import { isOurs } from '../../../core/export/export-file.ts';
import { grafanaDashboard } from '../../../core/export/grafana/dashboard.ts';
import { LANGUAGES, readSettings } from '../../../core/settings.ts';
import { languageFor } from '../../../core/text/language.ts';
import { loadCatalogue } from '../../../core/text/languages.ts';

interface Panel {
  readonly id: number;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets: readonly {
    readonly refId: string;
    readonly expr: string;
    readonly datasource: { readonly uid: string };
  }[];
  readonly fieldConfig: { readonly defaults: { readonly unit?: string } };
}

const settings = readSettings(undefined);
const textOf = async (language: (typeof LANGUAGES)[number]): Promise<string> =>
  grafanaDashboard(settings, await loadCatalogue(languageFor(language, 'en'))).text;
const { panels, ...rest } = JSON.parse(await textOf('en')) as {
  readonly panels: readonly Panel[];
  readonly schemaVersion: number;
};

describe('export grafana', () => {
  it('writes the dashboard as before', async () => {
    const text = await textOf('en');
    await expect(text).toMatchFileSnapshot('../../fixtures/export/pilot-light-dashboard.json');
    expect(isOurs(text)).toBe(true);
  });

  it('asks the data source that is chosen, and for the proxies that are chosen', () => {
    for (const { targets } of panels) {
      for (const { datasource, expr } of targets) {
        expect(datasource.uid).toBe('${datasource}');
        expect(expr).toContain('proxy=~"$proxy"');
      }
      expect(targets.map(({ refId }) => refId)).toEqual(['A', 'B', 'C', 'D'].slice(0, targets.length));
    }
    expect(rest).toMatchObject({
      templating: { list: [{ type: 'datasource', query: 'prometheus' }, { name: 'proxy' }] },
    });
  });

  it('lays out its panels without a gap beside them or one over another, in 24 columns', () => {
    const cells = new Map<string, number>();
    for (const { id, gridPos } of panels) {
      const { x, y, w, h } = gridPos;
      for (let column = x; column < x + w; column += 1) {
        for (let row = y; row < y + h; row += 1) {
          expect(cells.has(`${column},${row}`)).toBe(false);
          cells.set(`${column},${row}`, id);
        }
      }
    }
    const rows = Math.max(...panels.map(({ gridPos }) => gridPos.y + gridPos.h));
    expect(cells.size).toBe(24 * rows);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });

  it('has sane units', () => {
    const units = panels.map(({ fieldConfig }) => fieldConfig.defaults.unit ?? '-');
    expect(units).toEqual(['-', 'percentunit', '-', '-', 's', 's', 'reqps', 'reqps', '-']);
  });

  it.each(LANGUAGES)('has a title for every panel in every language: %s', async (language) => {
    const titles = (JSON.parse(await textOf(language)) as { panels: Panel[] }).panels.map(({ title }) => title);
    expect(new Set(titles).size).toBe(panels.length);
    expect(titles.every((title) => title.trim() !== '')).toBe(true);
  });
});
