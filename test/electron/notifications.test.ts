import { readSettings } from '../../core/settings.ts';
import { describe, expect, it } from 'vitest';
import type { Incident } from '../../core/monitor/incident.ts';
import type { TargetView } from '../../core/snapshot.ts';
import { english } from '../../core/text/english.ts';
import type { MenuAction } from '../../core/text/menu.ts';
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
  const withdrawn: string[] = [];
  const done: MenuAction[] = [];
  announceAlerts({
    monitor: {
      onAlert: (listener) => {
        tell = listener;
        return () => {};
      },
    },
    notifier: {
      notify: ({ title, onClick }, act) => shown.push({ title, click: () => act(onClick) }),
      withdraw: (about) => withdrawn.push(about),
      stop: () => {},
    },
    popup: { isWatched: () => isWatched },
    act: (action) => done.push(action),
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
      worked: {},
      settings: readSettings(undefined),
      settingsTroubles: [],
    } as const;
    tell({ targetId, alert: { type, incident: { ...incident, endedAt: 9_000 } }, snapshot });
  };
  return { alert, shown, withdrawn, done };
}

describe('announceAlerts', () => {
  it('tells the beginning and the end of an incident, each once', () => {
    const { alert, shown } = announced(false);
    alert('incident-opened');
    alert('incident-closed');
    expect(shown.map(({ title }) => title)).toEqual(['The proxy is not running', 'The proxy works again']);
  });

  it('does on a click what the notification says', () => {
    const { alert, shown, done } = announced(false);
    alert('incident-opened');
    alert('incident-closed');
    for (const { click } of shown) click();
    expect(done).toEqual([{ type: 'open-diagnostics', target: 'target-1' }, { type: 'open-popup' }]);
  });

  it('only takes back what is outdated from somebody who is looking at it, or about a target that is gone', () => {
    const watched = announced(true);
    watched.alert('incident-closed');
    expect(watched).toMatchObject({ shown: [], withdrawn: ['target-1'] });
    const gone = announced(false);
    gone.alert('incident-opened', 'target-2');
    expect(gone).toMatchObject({ shown: [], withdrawn: ['target-2'] });
  });
});
