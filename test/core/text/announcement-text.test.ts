import { describe, expect, it } from 'vitest';
import { circumstancesOf } from '../../../core/advice/circumstances.ts';
import { remedy } from '../../../core/advice/remedies.ts';
import { parseAction } from '../../../core/contract.ts';
import { FINDING_IDS, type FindingId } from '../../../core/health/finding.ts';
import type { Incident } from '../../../core/monitor/incident.ts';
import type { Snapshot } from '../../../core/snapshot.ts';
import { announcementText } from '../../../core/text/announcement-text.ts';
import { english } from '../../../core/text/english.ts';
import { menuRows } from '../../../core/text/menu.ts';
import { NOW, snapshotIn, viewIn } from '../states.ts';

const URL = 'http://localhost:8000';
const incident: Incident = { number: 1, root: 'signed-out', startedAt: NOW - 7_200_000, endedAt: NOW - 3_600_000 };
const alert = { type: 'incident-opened', incident } as const;
const signIn = { type: 'use-step', target: 'target-1', way: 'run', step: 'sign-in' } as const;

const urls = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `http://proxy-${i + 1}`);

function several(count: number): Snapshot {
  const targets = urls(count).map((url, i) => ({
    ...viewIn('signed-out'),
    id: `target-${i + 1}`,
    url,
    name: i === 0 ? 'Mine\u202E' : url,
  }));
  return { ...snapshotIn('signed-out'), targets };
}

describe('announcementText', () => {
  const snapshot = snapshotIn('signed-out');
  const failed = { type: 'failed', slot: 'here', failures: [{ url: URL, alert }], isReminder: false } as const;

  it('offers the terminal first where signing in helps', () => {
    expect(announcementText(failed, snapshot, english)).toEqual({
      title: 'Claude is signed out',
      body: 'Sign in to Claude again. localhost:8000',
      urgent: true,
      about: 'here',
      onClick: { type: 'open-diagnostics', target: 'target-1' },
      buttons: [
        { label: 'Open terminal', action: { ...signIn, finding: 'signed-out' } },
        { label: 'Run diagnostics', action: { type: 'open-diagnostics', target: 'target-1' } },
        { label: 'Snooze 1 h', action: { type: 'snooze', until: '1 h' } },
      ],
    });
    const stopped = { ...alert, incident: { ...incident, root: 'proxy-not-running' } } as const;
    const text = announcementText({ ...failed, failures: [{ url: URL, alert: stopped }] }, snapshot, english);
    expect(text?.buttons.map(({ label }) => label)).toEqual(['Run diagnostics', 'Snooze 1 h']);
  });

  it('offers another command for the terminal where that is the best step, by the name of the step', () => {
    const chosen = { path: '/home/me/.local/bin/claude', source: 'path', state: 'program', version: '1.0.0' } as const;
    const signInSight = { place: 'unknown', overriddenBy: [] } as const;
    const sight = { cli: { searched: [], candidates: [chosen], chosen }, signIn: signInSight };
    const buttonsFor = (root: FindingId, more: Partial<Snapshot> = {}) => {
      const of = { ...alert, incident: { ...incident, root } };
      const text = announcementText(
        { ...failed, failures: [{ url: URL, alert: of }] },
        { ...snapshot, ...more },
        english,
      );
      return text?.buttons ?? [];
    };
    expect(buttonsFor('cli-too-old', { sight })[0]).toEqual({
      label: 'Update the Claude CLI',
      action: { ...signIn, finding: 'cli-too-old', step: 'update-cli' },
    });
    // Where it was installed in another way, the same command is one to copy.
    expect(buttonsFor('cli-too-old').map(({ label }) => label)).toEqual(['Run diagnostics', 'Snooze 1 h']);
    // To wait is better here, and signing in helps as well.
    expect(buttonsFor('sign-in-expired')[0]?.label).toBe('Open terminal');
  });

  it('every button that asks for a step asks for one that the popup would offer too, and only by its name', () => {
    for (const root of FINDING_IDS) {
      const of = { ...alert, incident: { ...incident, root } };
      const text = announcementText({ ...failed, failures: [{ url: URL, alert: of }] }, snapshot, english);
      for (const { action } of text?.buttons ?? []) {
        if (action.type !== 'use-step') continue;
        expect(parseAction(action)).toEqual(action);
        expect(remedy(root, circumstancesOf('linux', snapshot.sight)).map(({ id }) => id)).toContain(action.step);
      }
    }
  });

  it('a reminder tells for how long it lasts', () => {
    const text = announcementText({ ...failed, isReminder: true }, snapshot, english);
    expect(text?.body).toBe('Sign in to Claude again. localhost:8000 · Still so after 2 h.');
  });

  it('several are one, named by the names that the user gave them, without what a desktop could misread', () => {
    const failures = urls(6).map((url) => ({ url, alert }));
    expect(announcementText({ ...failed, failures }, several(6), english)).toEqual({
      title: '6 proxies fail',
      body: 'Mine, proxy-2, proxy-3, proxy-4 and 2 more',
      urgent: true,
      about: 'here',
      onClick: { type: 'open-popup' },
      buttons: [{ label: 'Snooze 1 h', action: { type: 'snooze', until: '1 h' } }],
    });
  });

  it('tells what recovered, of one its cause and duration, and what fails on', () => {
    const recovered = {
      type: 'recovered',
      slot: 'here',
      recoveries: [{ url: URL, incident }],
      stillFailing: [],
    } as const;
    expect(announcementText(recovered, snapshot, english)).toMatchObject({
      title: 'The proxy works again',
      body: 'Claude is signed out – for 1 h.',
      urgent: false,
      buttons: [],
    });
    const [first = '', second = '', third = ''] = urls(3);
    const of = (...those: readonly string[]) => those.map((url) => ({ url, incident }));
    const one = announcementText(
      { ...recovered, recoveries: of(second), stillFailing: [first, third] },
      several(3),
      english,
    );
    expect(one?.body).toBe('proxy-2 · Claude is signed out – for 1 h. · Still failing: Mine, proxy-3.');
    const all = announcementText({ ...recovered, recoveries: of(first, second, third) }, several(3), english);
    expect(all).toMatchObject({ title: '3 proxies work again', body: 'Mine, proxy-2, proxy-3' });
  });

  it('tells the end of a login with the way to renew it', () => {
    const ends = { type: 'login-ends', slot: 'login', url: URL, isToday: false } as const;
    expect(announcementText(ends, snapshot, english)).toEqual({
      title: 'The login ends soon',
      body: 'Sign in again before the login ends. localhost:8000',
      urgent: false,
      about: 'login',
      onClick: { type: 'open-popup' },
      buttons: [{ label: 'Open terminal', action: { ...signIn, finding: 'sign-in-expires-soon' } }],
    });
    expect(announcementText({ ...ends, isToday: true }, snapshot, english)?.title).toBe('The login ends within a day');
  });

  it('has no words for what is gone', () => {
    expect(
      announcementText({ ...failed, failures: [{ url: 'http://gone', alert }] }, snapshot, english),
    ).toBeUndefined();
    expect(announcementText({ ...failed, failures: [] }, snapshot, english)).toBeUndefined();
  });
});

describe('the rest of notifications in the menu', () => {
  const labels = (snapshot: Snapshot): readonly string[] =>
    menuRows(snapshot, english).map((row) => (row.kind === 'separator' ? '' : row.text));

  it('is offered in trouble, and only then', () => {
    expect(menuRows(snapshotIn('signed-out'), english)).toContainEqual({
      kind: 'action',
      text: 'Snooze 1 h',
      action: { type: 'snooze', until: '1 h' },
    });
    expect(labels(snapshotIn('healthy'))).not.toContain('Snooze 1 h');
  });

  it('is told with its end, and can be ended', () => {
    const until = new Date(2026, 10, 22, 14, 30).getTime();
    const rows = labels({ ...snapshotIn('signed-out'), snoozed: { until } });
    expect(rows.slice(-5)).toEqual(['', expect.stringMatching(/^Notifications rest until .*2?:30/), 'End', '', 'Quit']);
    expect(rows).not.toContain('Snooze 1 h');
    expect(labels({ ...snapshotIn('healthy'), snoozed: { until: 'recovery' } })).toContain(
      'Notifications rest until all is well',
    );
  });

  it('is nothing where there are no notifications', () => {
    const snapshot = snapshotIn('signed-out');
    const rows = labels({ ...snapshot, settings: { ...snapshot.settings, notifications: false } });
    expect(rows).not.toContain('Snooze 1 h');
  });
});
