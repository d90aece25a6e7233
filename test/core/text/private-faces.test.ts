import { describe, expect, it } from 'vitest';
import { FINDING_IDS } from '../../../core/health/finding.ts';
import type { Alert } from '../../../core/monitor/alerts.ts';
import type { Snapshot, TargetView } from '../../../core/snapshot.ts';
import { english } from '../../../core/text/english.ts';
import { menuRows } from '../../../core/text/menu.ts';
import { notificationText } from '../../../core/text/notification.ts';
import { reportLine } from '../../../core/text/report-line.ts';
import { tooltip } from '../../../core/text/tooltip.ts';
import { plantedSnapshot, plantedTarget } from '../report/planted.ts';
import { leftOf } from '../report/left-of.ts';
import { SECRETS } from '../report/secrets.ts';
import { NOW } from '../states.ts';

const alertsAbout = (component: string): readonly Alert[] => [
  { type: 'flapping-started' },
  ...FINDING_IDS.flatMap((root): readonly Alert[] => {
    const incident = { number: 1, root, component, startedAt: NOW, endedAt: NOW + 9_000 };
    return [
      { type: 'incident-opened', incident },
      { type: 'incident-closed', incident },
    ];
  }),
];

const notifications = (text: string): unknown =>
  alertsAbout(text).map((alert) => notificationText(alert, plantedTarget(text), english));

describe('inputs 48 and 56: notifications', () => {
  const harmless = notifications('harmless');

  it.each(SECRETS)('are the same, whatever the proxy says: $name', ({ text }) => {
    expect(notifications(text)).toEqual(harmless);
  });
});

/** What a proxy says beside the names of its parts: an account, and sentences. */
function talking(text: string): Snapshot {
  const target = plantedTarget('harmless');
  const part = {
    id: 'authentication',
    health: 'down',
    role: 'required',
    message: text,
    user: text,
    path: text,
  } as const;
  const report = {
    dialect: 'documented',
    basic: false,
    overall: 'down',
    omitted: 0,
    said: text,
    components: [part],
  } as const;
  const findings = [{ id: 'signed-out', severity: 'down', evidence: { said: text } }] as const;
  const view: TargetView = { ...target, name: text, report, findings };
  return plantedSnapshot(text, [view]);
}

describe('inputs 48 and 56: tooltip, menu and the line for a terminal', () => {
  it.each(SECRETS)('have no account and no sentence of the proxy: $name', ({ text, hidden }) => {
    const snapshot = talking(text);
    const menu = menuRows(snapshot, english).map((row) => (row.kind === 'separator' ? '-' : row.text));
    const faces = [tooltip(snapshot, english), reportLine(snapshot, english), ...menu].join('\n');
    expect(leftOf(hidden, faces)).toEqual([]);
  });
});
