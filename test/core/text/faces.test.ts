import { describe, expect, it } from 'vitest';
import { english } from '../../../core/text/english.ts';
import { menuRows } from '../../../core/text/menu.ts';
import { notificationText } from '../../../core/text/notification.ts';
import { reportLine } from '../../../core/text/report-line.ts';
import { headline, subline } from '../../../core/text/target-lines.ts';
import { tooltip } from '../../../core/text/tooltip.ts';
import { NOW, snapshotIn, STATE_NAMES, viewIn, type StateName } from '../states.ts';

const HEADLINES: Readonly<Record<StateName, string>> = {
  starting: 'Looking for the proxy…',
  healthy: 'Everything is healthy',
  basic: 'The proxy answers',
  'signed-out': 'Claude is signed out',
  'cli-missing': 'The Claude CLI is missing',
  'port-taken': 'Port 8000 is already in use',
  'not-running': 'The proxy is not running',
  'not-responding-yet': 'The proxy does not respond yet',
  'not-responding': 'The proxy does not respond',
  confirming: 'Claude is signed out',
  recovering: 'Everything is healthy',
  recovered: 'Everything is healthy',
  degraded: 'The proxy works only partly',
  stranger: 'Another program answers here',
  paused: 'Paused',
};

const SUBLINES: Readonly<Partial<Record<StateName, string>>> = {
  starting: 'localhost:8000',
  healthy: 'localhost:8000 · up 2 h 15 min · 4 ms',
  basic: 'localhost:8000 · basic · 4 ms',
  'signed-out': 'localhost:8000 · for 1 s',
  confirming: 'localhost:8000 · confirming…',
  recovering: 'localhost:8000 · answering again, confirming…',
};

describe('one sentence for each state', () => {
  it.each(STATE_NAMES)('%s', (name) => {
    expect(headline(viewIn(name), english)).toBe(HEADLINES[name]);
    expect(subline(viewIn(name), NOW, english)).toBe(SUBLINES[name] ?? subline(viewIn(name), NOW, english));
  });

  it('lets an uptime grow between two probes, and an outage too', () => {
    expect(subline(viewIn('healthy'), NOW + 60_000, english)).toContain('up 2 h 16 min');
    expect(subline(viewIn('signed-out'), NOW + 71_000, english)).toContain('for 1 min 12 s');
  });
});

describe('the text faces', () => {
  it.each(STATE_NAMES)('%s: nothing is undefined, and all say the same', (name) => {
    const snapshot = snapshotIn(name);
    const menu = menuRows(snapshot, english).map((row) => (row.kind === 'separator' ? '-' : row.text));
    const faces = [tooltip(snapshot, english), reportLine(snapshot, english), ...menu];
    expect(faces.join('\n')).not.toMatch(/undefined|null|NaN|\[object/);
    expect(faces.slice(0, 2).every((text) => text.includes(HEADLINES[name]))).toBe(true);
    expect(menu).toContain(HEADLINES[name]);
  });

  it('the menu carries the whole truth', () => {
    expect(menuRows(snapshotIn('healthy'), english).map((row) => ('text' in row ? row.text : '-'))).toEqual([
      'Open Pilot Light',
      '-',
      'Everything is healthy',
      'localhost:8000 · 1.0.0',
      'Claude CLI: Healthy',
      'API server: Healthy',
      'Authentication: Signed in',
      '-',
      'Check now',
      'Run diagnostics',
      'Pause',
      '-',
      'Quit',
    ]);
  });

  it('the menu counts no seconds: it is published anew with every change', () => {
    const rows = (at: number): unknown => menuRows({ ...snapshotIn('signed-out'), at }, english);
    expect(rows(NOW)).toEqual(rows(NOW + 3_600_000));
  });

  it('the tooltip tells the age by the minute', () => {
    const at = (later: number): string => tooltip({ ...snapshotIn('signed-out'), at: NOW + later }, english);
    expect(at(0)).toBe('Claude is signed out · localhost:8000');
    expect(at(125_000)).toBe('Claude is signed out · localhost:8000 · for 2 min');
  });
});

describe('notifications', () => {
  const incident = { number: 1, root: 'signed-out', startedAt: NOW, endedAt: NOW + 124_000 } as const;
  const target = viewIn('signed-out');

  it('tell what broke and what to do', () => {
    expect(notificationText({ type: 'incident-opened', incident }, target, english)).toEqual({
      title: 'Claude is signed out',
      body: 'Sign in to Claude again. localhost:8000',
      urgent: true,
      about: 'target-1',
      onClick: { type: 'open-diagnostics', target: 'target-1' },
      buttons: [
        { label: 'Run diagnostics', action: { type: 'open-diagnostics', target: 'target-1' } },
        { label: 'Snooze 1 h', action: { type: 'snooze', until: '1 h' } },
      ],
    });
  });

  it('tell a recovery with its cause and how long it lasted', () => {
    expect(notificationText({ type: 'incident-closed', incident }, target, english)).toEqual({
      title: 'The proxy works again',
      body: 'Claude is signed out – for 2 min 4 s.',
      urgent: false,
      about: 'target-1',
      onClick: { type: 'open-popup' },
      buttons: [],
    });
  });
});
