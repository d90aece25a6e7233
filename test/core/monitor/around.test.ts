import { describe, expect, it } from 'vitest';
import type { Around, SeenTarget } from '../../../core/monitor/announcement.ts';
import { isNews } from '../../../core/monitor/around.ts';
import type { Incident } from '../../../core/monitor/incident.ts';

const incident: Incident = { number: 1, root: 'signed-out', startedAt: 0 };
const target: SeenTarget = { url: 'http://a', light: 'down', confirmed: true, findings: [], incident };
const around: Around = {
  now: 120_000,
  localMinutes: 0,
  isWatched: false,
  settings: { notifications: true, reminders: 'off', quietHours: undefined },
  targets: [target],
};
const others: Readonly<Record<string, Partial<Around>>> = {
  'the minute': { now: 180_000 },
  'the minute, of a clock that was set back': { now: 119_999 },
  'who looks': { isWatched: true },
  'the settings': { settings: { ...around.settings } },
  'the snooze': { snoozed: { until: 'recovery' } },
  'how many there are': { targets: [target, target] },
  'an address': { targets: [{ ...target, url: 'http://b' }] },
  'a light': { targets: [{ ...target, light: 'healthy' }] },
  'whether it is sure': { targets: [{ ...target, confirmed: false }] },
  'an incident': { targets: [{ ...target, incident: { ...incident } }] },
  'the last incident': { targets: [{ ...target, lastIncident: incident }] },
  'the end of a login': {
    targets: [{ ...target, findings: [{ id: 'sign-in-expires-soon', severity: 'hint', evidence: { at: 1 } }] }],
  },
};

describe('isNews', () => {
  it.each(Object.entries(others))('is what differs in %s', (_what, change) => {
    expect(isNews(around, { ...around, ...change })).toBe(true);
  });

  it('is anything at first, and nothing but another answer that says the same', () => {
    expect(isNews(undefined, around)).toBe(true);
    const again = { ...target, findings: [{ id: 'signed-out', severity: 'down', evidence: {} }] as const };
    expect(isNews(around, { ...around, now: 179_999, targets: [again] })).toBe(false);
  });
});
