import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { english } from '../../core/text/english.ts';
import { firstPicture, type FirstPicture } from '../../electron/first-picture.ts';
import { snapshotOf } from '../renderer/states.ts';
import { virtualClock, type VirtualClock } from '../engine/virtual-clock.ts';

const REHEARSED_AFTER_MS = 1_500;
// Counts where a test can see it how often it was loaded.
const BUNDLE = `
  const { sep } = require('node:path');
  globalThis.loads = (globalThis.loads ?? 0) + 1;
  exports.drawPicture = ({ seq }, { locale }) => [seq, locale, sep.length].join(' ');
`;

let [folder, path]: string[] = [];
let clock: VirtualClock;
let seq: number;
const log = vi.fn();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilot-light-picture-'));
  path = join(folder, 'picture.cjs');
  writeFileSync(path, BUNDLE);
  clock = virtualClock(0);
  seq = 1;
  log.mockReset();
  Object.assign(globalThis, { loads: 0 });
});
afterEach(() => rmSync(folder ?? '', { recursive: true }));

const loads = (): unknown => Reflect.get(globalThis, 'loads');

function start(): FirstPicture {
  const snapshot = () => ({ ...snapshotOf(['healthy'], 0), seq });
  return firstPicture({ path: path ?? '', snapshot, textsFor: () => english, clock, log });
}

it('draws the newest snapshot, before it is rehearsed and after', async () => {
  const picture = start();
  expect(await picture.draw()).toBe('1 en 1');
  await clock.advance(REHEARSED_AFTER_MS);
  await expect.poll(loads).toBe(2);
  seq = 2;
  expect(await picture.draw()).toBe('2 en 1');
  expect([loads(), log.mock.calls]).toEqual([3, []]);
});

it('is not rehearsed any more once it is stopped', async () => {
  start().stop();
  await clock.advance(REHEARSED_AFTER_MS);
  expect(loads()).toBe(0);
});

it.each([
  ['is not there', undefined],
  ['is no script', 'exports.drawPicture = ('],
  ['draws nothing', 'exports.another = 1;'],
  ['throws', "exports.drawPicture = () => { throw new Error('planned'); };"],
])('has no picture, and says so, where the bundle %s', async (_what, bundle) => {
  rmSync(path ?? '');
  if (bundle !== undefined) writeFileSync(path ?? '', bundle);
  expect(await start().draw()).toBeUndefined();
  expect(log.mock.calls.map(([what]) => what)).toEqual(['The first picture of the popup cannot be drawn']);
});
