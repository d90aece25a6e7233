import { expect, it } from 'vitest';
import { readSettings } from '../../core/settings.ts';
import { hasUsualTarget, isIn, withTarget } from '../../core/settings-targets.ts';

const OTHER = { url: 'http://localhost:4000' };

it.each([
  ['nobody has said anything', {}, true],
  ['something else was set', { interval: 30 }, true],
  ['the usual one was named', { targets: [{ name: 'Mine', url: 'http://localhost:8000' }] }, false],
  ['another one was chosen', { targets: [OTHER] }, false],
  ['one was added', { targets: [{ url: 'http://localhost:8000' }, OTHER] }, false],
  ['all were removed', { targets: [] }, false],
])('knows whether the target is the usual one: %s', (_, written, isUsual) => {
  expect(hasUsualTarget(readSettings(written))).toBe(isUsual);
});

it('lets a target that nobody has chosen give way, and keeps those that somebody has', () => {
  const mine = { name: 'Mine', url: 'http://localhost:8000' };
  expect(withTarget(readSettings({}), OTHER)).toEqual([OTHER]);
  expect(withTarget(readSettings({ targets: [] }), OTHER)).toEqual([OTHER]);
  expect(withTarget(readSettings({ targets: [mine] }), OTHER)).toEqual([mine, OTHER]);
});

it('finds an address among the targets, whatever it is called', () => {
  expect(isIn([{ name: 'Mine', url: OTHER.url }], OTHER.url)).toBe(true);
  expect(isIn([{ url: 'http://localhost:40' }], OTHER.url)).toBe(false);
});
