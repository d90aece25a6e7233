import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions, isVersion, versionInPath } from '../../../core/sight/program-version.ts';

describe('versionInPath', () => {
  it.each([
    ['/home/ann/.local/share/claude/versions/2.1.330', '2.1.330'],
    ['/home/ann/.local/share/claude/versions/2.1.330-beta.1', '2.1.330-beta.1'],
    ['C:\\Users\\ann\\.local\\share\\claude\\versions\\2.1.330.exe', '2.1.330'],
    ['/opt/homebrew/Caskroom/claude-code/2.1.300/claude', '2.1.300'],
    ['/usr/local/Caskroom/claude-code@latest/2.1.331/claude', '2.1.331'],
  ])('%s carries %s', (path, version) => expect(versionInPath(path)).toBe(version));

  it.each([
    '/home/ann/.local/bin/claude',
    '/home/ann/.nvm/versions/node/v20.20.2/bin/claude',
    '/home/ann/.nodenv/versions/20.1.0/bin/claude',
    '/home/ann/.pyenv/versions/3.11.4',
    '/opt/other/2.1.300/claude',
    '/x/claude/versions/latest',
    '/x/claude/versions/2.1',
    '/x/claude/versions/2.1.330/notes',
    '2.1.330',
    '',
  ])('%s carries none', (path) => expect(versionInPath(path)).toBeUndefined());
});

describe('compareVersions', () => {
  it('orders numbers as numbers, a pre-release before its release, and nonsense first', () => {
    const versions = ['2.1.40', 'v20.1.0', '2.1.197', 'lts', '2.1.40-rc.1', '2.0.0', '10.0.0'];
    expect(versions.toSorted(compareVersions)).toEqual([
      'lts',
      '2.0.0',
      '2.1.40-rc.1',
      '2.1.40',
      '2.1.197',
      '10.0.0',
      'v20.1.0',
    ]);
  });

  it('is a total order', () => {
    const version = fc
      .tuple(fc.nat(9), fc.nat(9), fc.nat(9), fc.boolean())
      .map(([a, b, c, pre]) => `${a}.${b}.${c}${pre ? '-x' : ''}`);
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareVersions(a, b)) + Math.sign(compareVersions(b, a))).toBe(0);
        const [low = '', middle = '', high = ''] = [a, b, c].toSorted(compareVersions);
        expect(
          Math.max(compareVersions(low, middle), compareVersions(middle, high), compareVersions(low, high)),
        ).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('isVersion', () => {
  it('takes three numbers, and nothing longer than it needs', () => {
    expect(['1.2.3', 'v1.2.3', '1.2.3-beta.1'].every(isVersion)).toBe(true);
    expect(
      ['1.2', '1.2.3.4', 'x1.2.3', '1.2.3 ', '1.2.3\n', `1.2.${'9'.repeat(99)}`, `1.2.3-${'a'.repeat(99)}`].some(
        isVersion,
      ),
    ).toBe(false);
  });
});
