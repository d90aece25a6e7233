import { describe, expect, it } from 'vitest';
import { lightOfAll, type Snapshot, type TargetView } from '../../../core/snapshot.ts';
import { english } from '../../../core/text/english.ts';
import { german } from '../../../core/text/german/german.ts';
import { menuRows, type MenuRow } from '../../../core/text/menu.ts';
import { sharing } from '../../../core/text/sharing.ts';
import { targetRows } from '../../../core/text/target-rows.ts';
import { tooltip } from '../../../core/text/tooltip.ts';
import { snapshotIn, viewIn, type StateName } from '../states.ts';

function watching(...states: readonly StateName[]): Snapshot {
  const targets = states.map((state, i): TargetView => ({
    ...viewIn(state),
    id: `target-${i + 1}`,
    name: `Proxy ${i + 1}`,
    url: `http://localhost:${8_001 + i}`,
  }));
  return { ...snapshotIn('healthy'), targets, light: lightOfAll(targets) };
}

const labels = (rows: readonly MenuRow[]): readonly string[] => rows.map((row) => ('text' in row ? row.text : '-'));

describe('several targets', () => {
  const snapshot = watching('healthy', 'signed-out', 'paused', 'degraded', 'not-running');

  it('are counted where some are in trouble', () => {
    expect(sharing(snapshot, english)).toBe('2 of 5 proxies are down');
    expect(sharing(watching('signed-out', 'healthy'), german)).toBe('1 von 2 Proxys ist gestört');
    expect(sharing(watching('degraded', 'degraded'), english)).toBe('2 of 2 proxies work only partly');
    expect(sharing(watching('healthy', 'paused'), english)).toBeUndefined();
    expect(sharing(watching('signed-out'), english)).toBeUndefined();
  });

  it('are counted in the tooltip, before what the first is about', () => {
    expect(tooltip(snapshot, english)).toBe('2 of 5 proxies are down · Claude is signed out · localhost:8002');
    expect(tooltip(watching('healthy', 'healthy'), english)).toBe('Everything is healthy · localhost:8001');
  });

  it('stand with the worst first, and else in the order of the user', () => {
    expect(targetRows(snapshot, english).map(({ name }) => name)).toEqual(
      [2, 5, 4, 1, 3].map((number) => `Proxy ${number}`),
    );
  });

  it('are all in the menu, each with what is so and its own pause', () => {
    const rows = menuRows(snapshot, english);
    expect(labels(rows).slice(2, 4)).toEqual(['2 of 5 proxies are down', 'Claude is signed out']);
    const menus = rows.flatMap((row) => (row.kind === 'menu' ? [row] : []));
    expect(labels(menus)).toEqual(['Proxy 5: Down', 'Proxy 4: Degraded', 'Proxy 1: Healthy', 'Proxy 3: Paused']);
    expect(labels(menus[0]?.rows ?? [])).toEqual([
      'The proxy is not running',
      'localhost:8005',
      'Run diagnostics',
      'Pause',
    ]);
    expect(menus.map((menu) => menu.rows.at(-1))).toMatchObject([
      { action: { type: 'pause', target: 'target-5' } },
      { action: { type: 'pause', target: 'target-4' } },
      { action: { type: 'pause', target: 'target-1' } },
      { action: { type: 'resume', target: 'target-3' } },
    ]);
  });

  it('are not more in the menu than fit onto a screen', () => {
    const rows = menuRows(watching(...Array.from({ length: 100 }, () => 'healthy' as const)), english);
    expect(rows.filter(({ kind }) => kind === 'menu')).toHaveLength(20);
    expect(labels(rows)).toContain('79 more');
  });
});
