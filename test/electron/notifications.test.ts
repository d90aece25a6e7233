import { describe, expect, it } from 'vitest';
import type { Incident } from '../../core/monitor/incident.ts';
import { readSettings } from '../../core/settings.ts';
import type { Snapshot, TargetView } from '../../core/snapshot.ts';
import { english } from '../../core/text/english.ts';
import type { MenuAction } from '../../core/text/menu.ts';
import type { NotificationText } from '../../core/text/notification.ts';
import { announceAlerts } from '../../electron/notifications.ts';
import type { TargetAlert } from '../../engine/monitor.ts';
import { virtualClock } from '../engine/virtual-clock.ts';

const URL = 'http://localhost:8000';
const incident: Incident = { number: 1, root: 'proxy-not-running', startedAt: 1_000 };
const well: TargetView = {
  id: 'target-1',
  name: URL,
  url: URL,
  light: 'healthy',
  confirmed: true,
  since: 1_000,
  findings: [],
};
const ill: TargetView = { ...well, light: 'down', incident };

function announced() {
  const clock = virtualClock();
  const alerts = new Set<(alert: TargetAlert) => void>();
  const looks = new Set<(snapshot: Snapshot) => void>();
  const shown: NotificationText[] = [];
  const withdrawn: string[] = [];
  const done: MenuAction[] = [];
  const told: string[] = [];
  let click = (_action: MenuAction): void => {};
  let isWatched = false;
  let snapshot: Snapshot = {
    seq: 1,
    at: clock.now(),
    light: 'healthy',
    targets: [well],
    platform: 'linux',
    appVersion: '1',
    worked: {},
    settings: readSettings(undefined),
    settingsTroubles: [],
  };
  const subscribe =
    <T>(all: Set<T>) =>
    (listener: T) => {
      all.add(listener);
      return () => all.delete(listener);
    };
  const stop = announceAlerts({
    monitor: { onAlert: subscribe(alerts), onSnapshot: subscribe(looks), snapshot: () => snapshot },
    notifier: {
      notify: (text, act) => {
        shown.push(text);
        click = act;
      },
      withdraw: (about) => withdrawn.push(about),
      stop: () => {},
    },
    popup: { isWatched: () => isWatched },
    act: (action) => done.push(action),
    textsFor: () => english,
    onTold: ({ type }) => told.push(type),
    clock,
  });
  const change = (of: Partial<Snapshot>): void => {
    snapshot = { ...snapshot, ...of };
    for (const look of looks) look(snapshot);
  };
  const alert = (type: 'incident-opened' | 'incident-closed', targetId = 'target-1'): void => {
    change({ targets: [type === 'incident-opened' ? ill : { ...well, lastIncident: incident }] });
    const about = { targetId, alert: { type, incident: { ...incident, endedAt: 9_000 } }, snapshot };
    for (const listener of alerts) listener(about);
  };
  return {
    alert,
    change,
    clock,
    shown,
    withdrawn,
    done,
    told,
    stop,
    settings: (of: object) => change({ settings: { ...snapshot.settings, ...of } }),
    click: (action: MenuAction) => click(action),
    watch: (watched: boolean) => {
      isWatched = watched;
    },
    titles: () => shown.map(({ title }) => title),
    listeners: () => alerts.size + looks.size,
  };
}

describe('announceAlerts', () => {
  it('tells the beginning and the end of an incident, each once, and needs no timer for it', () => {
    const { alert, titles, told, clock } = announced();
    alert('incident-opened');
    expect(clock.waiting).toBe(0);
    alert('incident-closed');
    expect(titles()).toEqual(['The proxy is not running', 'The proxy works again']);
    // Whoever remembers what was told hears the same.
    expect(told).toEqual(['failed', 'recovered']);
    expect(clock.waiting).toBe(0);
  });

  it('does on a click what the notification says', () => {
    const { alert, shown, done, click } = announced();
    alert('incident-opened');
    for (const action of [shown[0]?.onClick, ...(shown[0]?.buttons ?? []).map((button) => button.action)]) {
      if (action !== undefined) click(action);
    }
    expect(done).toEqual([
      { type: 'open-diagnostics', target: 'target-1' },
      { type: 'open-diagnostics', target: 'target-1' },
      { type: 'snooze', until: '1 h' },
    ]);
  });

  it('tells nothing to somebody who is looking at it, nor of a target that is gone', () => {
    const { alert, shown, withdrawn, watch } = announced();
    alert('incident-opened');
    watch(true);
    alert('incident-closed');
    expect([shown.length, withdrawn]).toEqual([1, [URL]]);
    watch(false);
    alert('incident-opened', 'target-2');
    expect(shown.length).toBe(1);
  });

  it('follows the settings at once: switched off, what was told is taken back; switched on, it is told', () => {
    const { alert, settings, titles, withdrawn } = announced();
    alert('incident-opened');
    settings({ notifications: false });
    expect(withdrawn).toEqual([URL]);
    settings({ notifications: true });
    expect(titles()).toEqual(['The proxy is not running', 'The proxy is not running']);
  });

  it('tells nothing while notifications rest', () => {
    const { alert, change, shown } = announced();
    change({ snoozed: { until: 'recovery' } });
    alert('incident-opened');
    expect(shown).toEqual([]);
  });

  it('reminds by a timer of its own, that ends with it', async () => {
    const { alert, settings, shown, clock, stop, listeners } = announced();
    settings({ reminders: 30 });
    alert('incident-opened');
    await clock.advance(29 * 60_000);
    expect(shown).toHaveLength(1);
    await clock.advance(60_000);
    expect(shown).toHaveLength(2);
    stop();
    expect([clock.waiting, listeners()]).toEqual([0, 0]);
  });

  it('holds back what fails in quiet hours until they end, by the clock on the wall', async () => {
    const { alert, settings, shown, clock } = announced();
    const inMinutes = (minutes: number): string => new Date(clock.now() + minutes * 60_000).toTimeString().slice(0, 5);
    settings({ quietHours: { from: inMinutes(-1), to: inMinutes(2) } });
    alert('incident-opened');
    await clock.advance(30_000);
    expect(shown).toEqual([]);
    await clock.advance(120_000);
    expect(shown).toHaveLength(1);
    expect(clock.waiting).toBe(0);
  });
});
