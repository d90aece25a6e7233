import { expect, test } from 'vitest';
import { isHeadless } from '../../build/setup/virtual-display.mjs';

test.each([
  ['linux', {}, true],
  ['linux', { DISPLAY: '' }, true],
  ['linux', { DISPLAY: ':0' }, false],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, false],
  ['darwin', {}, false],
  ['win32', {}, false],
] as const)('on %s with %j, headless is %s', (platform, env, headless) => {
  expect(isHeadless(platform, env)).toBe(headless);
});
