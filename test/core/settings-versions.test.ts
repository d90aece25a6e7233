import { describe, expect, it } from 'vitest';
import { migrated, versionNow, type VersionStep } from '../../core/settings-versions.ts';

// Invented: version 1 had one address, version 2 a list of them, version 3 calls the list otherwise.
const STEPS: readonly VersionStep[] = [
  ({ address, ...rest }) => ({ ...rest, list: [address] }),
  ({ list, ...rest }) => ({ ...rest, targets: list }),
];

describe('the versions of the settings file', () => {
  it('begin with 1', () => {
    expect([versionNow(), versionNow(STEPS)]).toEqual([1, 3]);
    expect(migrated({ version: 1, a: 1 })).toEqual({ file: { a: 1 }, isNewer: false });
  });

  it.each([
    [
      { address: 'x', other: 1 },
      { targets: ['x'], other: 1 },
    ],
    [{ version: 1, address: 'x' }, { targets: ['x'] }],
    [{ version: 2, list: ['x'] }, { targets: ['x'] }],
    [{ version: 3, targets: ['x'] }, { targets: ['x'] }],
    [{ version: 'one', address: 'x' }, { targets: ['x'] }],
    [{ version: 0, address: 'x' }, { targets: ['x'] }],
  ])('are brought to the newest form: %j', (file, expected) => {
    expect(migrated(file, STEPS)).toEqual({ file: expected, isNewer: false });
  });

  it('that are newer are left as they are', () => {
    expect(migrated({ version: 4, targets: ['x'] }, STEPS)).toEqual({ file: { targets: ['x'] }, isNewer: true });
  });
});
