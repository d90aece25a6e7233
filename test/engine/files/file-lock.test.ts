import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../engine/clock.ts';
import { underLock } from '../../../engine/files/file-lock.ts';
import type { Written } from '../../../engine/files/private-file.ts';

// There is always one of this number.
const SOMEBODY = '1';

let folder: string;
let path: string;
let lock: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  path = join(folder, 'file');
  lock = `${path}.lock`;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const holdAs = (name: string): void => {
  mkdirSync(lock);
  writeFileSync(join(lock, name), '');
};
const locked = (work: () => void = () => {}): Promise<Written> =>
  underLock(path, systemClock, () => {
    work();
    return Promise.resolve({ ok: true });
  });

describe('a lock', () => {
  it('stands while the work is done, and leaves nothing', async () => {
    let held: readonly string[] = [];
    expect(await locked(() => (held = readdirSync(lock)))).toEqual({ ok: true });
    expect([held, readdirSync(folder)]).toEqual([[String(process.pid)], []]);
  });

  it('that was held too long is not taken away from who has it by now', async () => {
    await locked(() => {
      rmSync(lock, { recursive: true });
      holdAs(SOMEBODY);
    });
    expect(readdirSync(lock)).toEqual([SOMEBODY]);
  });

  it('is taken from who left it, and from whoever is no process at all', async () => {
    for (const left of ['4194305', 'nobody']) {
      holdAs(left);
      // One after the other: they have one place.
      // oxlint-disable-next-line no-await-in-loop
      expect(await locked()).toEqual({ ok: true });
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});
