import { readSettings } from '../../core/settings.ts';
import { describe, expect, it } from 'vitest';
import type { Snapshot, TargetView } from '../../core/snapshot.ts';
import { english } from '../../core/text/english.ts';
import { reportLights } from '../../electron/light-report.ts';

const AT = new Date(2026, 0, 2, 14, 3, 59).getTime();
const down: TargetView = {
  id: 'target-1',
  name: 'Mine',
  url: 'http://localhost:8000',
  light: 'down',
  confirmed: true,
  since: AT,
  probedAt: AT,
  findings: [{ id: 'proxy-not-running', severity: 'down', evidence: {} }],
};

function snapshot(seq: number, target: TargetView): Snapshot {
  return {
    seq,
    at: AT,
    light: target.light,
    targets: [target],
    platform: 'linux',
    appVersion: '1.0.0',
    worked: {},
    settings: readSettings(undefined),
    settingsTroubles: [],
  };
}

describe('reportLights', () => {
  const first = snapshot(1, down);
  const lines: string[] = [];
  let tell = (_snapshot: Snapshot): void => {};
  let stopped = false;
  const monitor = {
    snapshot: () => first,
    onSnapshot: (listener: typeof tell) => {
      tell = listener;
      return () => {
        stopped = true;
      };
    },
  };
  const stop = reportLights(monitor, english, (line) => lines.push(line));

  it('tells what is so at once, by the local clock', () => {
    expect(lines).toEqual([expect.stringMatching(/^14:03:59 {2}down {5}The proxy is not running · localhost:8000$/)]);
  });

  it('is silent while nothing changes, and tells each change of the light or of the headline', () => {
    tell(snapshot(2, { ...down, ms: 7 }));
    expect(lines).toHaveLength(1);
    tell(snapshot(3, { ...down, findings: [{ id: 'signed-out', severity: 'down', evidence: {} }] }));
    expect(lines).toHaveLength(2);
    tell(snapshot(4, { ...down, light: 'healthy', findings: [] }));
    expect(lines).toHaveLength(3);
  });

  it('ends with its stop', () => {
    stop();
    expect(stopped).toBe(true);
  });
});
