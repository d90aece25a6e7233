import { describe, expect, it } from 'vitest';
import type { Incident } from '../../core/monitor/incident.ts';
import type { TargetView } from '../../core/snapshot.ts';
import { english } from '../../core/text/english.ts';
import { announceAlerts } from '../../electron/notifications.ts';
import type { TargetAlert } from '../../engine/monitor.ts';

const incident: Incident = { number: 1, root: 'proxy-not-running', startedAt: 1_000 };
const target: TargetView = {
  id: 'target-1',
  name: 'Mine',
  url: 'http://localhost:8000',
  light: 'down',
  confirmed: true,
  since: 1_000,
  findings: [],
};

function announced(isWatched: boolean) {
  let tell = (_alert: TargetAlert): void => {};
  const shown: { title: string; click: () => void }[] = [];
  let opened = 0;
  announceAlerts({
    monitor: {
      onAlert: (listener) => {
        tell = listener;
        return () => {};
      },
    },
    notifier: { notify: ({ title }, click) => shown.push({ title, click }), stop: () => {} },
    popup: { show: () => (opened += 1), isWatched: () => isWatched },
    texts: english,
  });
  const alert = (type: 'incident-opened' | 'incident-closed', targetId = 'target-1'): void => {
    const snapshot = {
      seq: 1,
      at: 2_000,
      light: 'down',
      targets: [target],
      platform: 'linux',
      appVersion: '1',
    } as const;
    tell({ targetId, alert: { type, incident: { ...incident, endedAt: 9_000 } }, snapshot });
  };
  return { alert, shown, opened: () => opened };
}

describe('announceAlerts', () => {
  it('tells the beginning and the end of an incident, each once', () => {
    const { alert, shown } = announced(false);
    alert('incident-opened');
    alert('incident-closed');
    expect(shown.map(({ title }) => title)).toEqual(['The proxy is not running', 'The proxy works again']);
  });

  it('opens the popup on a click', () => {
    const { alert, shown, opened } = announced(false);
    alert('incident-opened');
    shown[0]?.click();
    expect(opened()).toBe(1);
  });

  it('is silent to somebody who is looking at it, and about a target that is gone', () => {
    const watched = announced(true);
    watched.alert('incident-opened');
    expect(watched.shown).toEqual([]);
    const gone = announced(false);
    gone.alert('incident-opened', 'target-2');
    expect(gone.shown).toEqual([]);
  });
});
