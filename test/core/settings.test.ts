import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSetting, readSettings, SETTING_KEYS, wrongKeys } from '../../core/settings.ts';

const DEFAULTS = {
  targets: [{ url: 'http://localhost:8000' }],
  interval: 'auto',
  confirmAfter: 'auto',
  slowAfter: 'off',
  metrics: true,
  notifications: true,
  reminders: 'off',
  appearance: 'system',
  language: 'system',
  menuBarText: false,
  startAtLogin: false,
};

describe('readSettings', () => {
  it.each([undefined, null, [], 'x', 7, {}, { future: 1 }])('has a default for everything: %j', (value) => {
    expect(readSettings(value)).toEqual(DEFAULTS);
  });

  it('loses one key for one bad key', () => {
    expect(readSettings({ targets: [{ url: 'http://127.0.0.1:3456/' }], interval: 'often' })).toEqual({
      ...DEFAULTS,
      targets: [{ url: 'http://127.0.0.1:3456' }],
    });
    expect(readSettings({ targets: [{ url: 'file:///' }], notifications: false })).toEqual({
      ...DEFAULTS,
      notifications: false,
    });
  });

  it('input 61: takes anything and gives settings', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(readSettings(value).targets.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('isSetting', () => {
  it.each([
    ['targets', [], [{ url: 'ftp://x' }]],
    ['interval', 5, 0.5],
    ['confirmAfter', 2, 1],
    ['confirmAfter', 10, 2.5],
    ['slowAfter', 8_000, 8_001],
    ['slowAfter', 'off', 0],
    ['reminders', 5, 4],
    ['quietHours', { from: '22:00', to: '07:30' }, { from: '24:00', to: '07:30' }],
    ['cliPath', '/opt/claude', ''],
    ['appearance', 'dark', 'blue'],
    ['language', 'ja', 'tlh'],
    ['menuBarText', true, 1],
    ['startAtLogin', true, 'true'],
    ['shortcut', 'Ctrl+Alt+P', 7],
  ] as const)('%s may be %j, and not %j', (key, good, bad) => {
    expect([isSetting(key, good), isSetting(key, bad)]).toEqual([true, false]);
  });

  it('takes every default, and the absence of a value', () => {
    const defaults: Readonly<Record<string, unknown>> = readSettings(undefined);
    expect(SETTING_KEYS.filter((key) => !isSetting(key, defaults[key]) || !isSetting(key, undefined))).toEqual([]);
  });
});

describe('wrongKeys', () => {
  it('names what is there and wrong, in the order of the keys', () => {
    expect(wrongKeys({ shortcut: '', later: 1, interval: 'often', notifications: false })).toEqual([
      'interval',
      'shortcut',
    ]);
    expect(wrongKeys({})).toEqual([]);
    expect(wrongKeys([])).toEqual([]);
  });

  it('are those that took their default, whatever is there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SETTING_KEYS), fc.anything(), (key, value) => {
        expect(wrongKeys({ [key]: value }).includes(key)).toBe(!isSetting(key, value));
      }),
    );
  });
});
