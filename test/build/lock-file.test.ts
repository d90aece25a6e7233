import { expect, test } from 'vitest';
import { matchesLock } from '../../build/setup/lock-file.mjs';

const react = { version: '19.3.1', integrity: 'sha512-a' };
const forMac = { version: '1.0.0', integrity: 'sha512-b', optional: true };
const locked = { '': {}, 'node_modules/react': react, 'node_modules/for-mac': forMac };

test('all that the lock file names is installed', () => {
  expect(matchesLock(locked, { 'node_modules/react': react, 'node_modules/for-mac': forMac })).toBe(true);
});

test('a package for another platform may be absent', () => {
  expect(matchesLock(locked, { 'node_modules/react': react })).toBe(true);
});

test.each([
  ['a package is missing', {}],
  ['a package is older', { 'node_modules/react': { ...react, version: '18.0.0' } }],
  ['a package has other bytes', { 'node_modules/react': { ...react, integrity: 'sha512-c' } }],
  ['a package is left over', { 'node_modules/react': react, 'node_modules/vue': react }],
])('%s', (_what, installed) => {
  expect(matchesLock(locked, installed)).toBe(false);
});
