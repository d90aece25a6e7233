import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../core/settings.ts';

const DEFAULTS = { targets: [{ url: 'http://localhost:8000' }], interval: 'auto', notifications: true };

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
