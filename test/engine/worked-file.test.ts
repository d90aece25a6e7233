import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writePrivately } from '../../engine/files/private-file.ts';
import { loadWorked, workedKeeper } from '../../engine/worked-file.ts';

describe('what helped', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'worked-'));
    path = join(folder, 'data', 'worked.json');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is remembered, privately', async () => {
    expect(await workedKeeper(path)({ 'signed-out': 'sign-in' })).toEqual({ ok: true });
    expect(loadWorked(path)).toEqual({ 'signed-out': 'sign-in' });
    expect([statSync(path).mode & 0o777, statSync(join(folder, 'data')).mode & 0o777]).toEqual([0o600, 0o700]);
  });

  it('is the last of several that come at once', async () => {
    const keep = workedKeeper(path);
    const some = [{}, { 'signed-out': 'sign-in' }, {}, { 'cli-not-found': 'install-cli' }] as const;
    expect(new Set((await Promise.all(some.map(keep))).map(({ ok }) => ok))).toEqual(new Set([true]));
    expect(loadWorked(path)).toEqual(some.at(-1));
  });

  it.each([
    ['no file', () => {}],
    ['half a file', () => writeFileSync(path, '{"signed-out":')],
    ['a folder', () => mkdirSync(path)],
    [
      'names that nobody knows',
      () => writeFileSync(path, '{"signed-out":"rm -rf","__proto__":{"x":1},"evil":"sign-in"}'),
    ],
    ['something else', () => writeFileSync(path, '[7,null]')],
  ])('is nothing where there is %s', (_what, lay) => {
    mkdirSync(join(folder, 'data'));
    lay();
    expect(loadWorked(path)).toEqual({});
  });
});

describe('writePrivately', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'private-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('replaces what was there, whatever a crash left behind', async () => {
    const path = join(folder, 'file');
    writeFileSync(path, 'old');
    writeFileSync(`${path}.new`, 'half');
    expect(await writePrivately(path, 'new')).toEqual({ ok: true });
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('follows no link that somebody put in its way', async () => {
    const [path, canary] = [join(folder, 'file'), join(folder, 'canary')];
    writeFileSync(canary, 'untouched');
    symlinkSync(canary, `${path}.new`);
    expect(await writePrivately(path, 'new')).toEqual({ ok: true });
    expect(readFileSync(canary, 'utf8')).toBe('untouched');
  });

  it.each([
    ['a folder stands there', 'taken'],
    ['its folder is a file', join('file', 'below')],
  ])('says so where it cannot: %s', async (_what, name) => {
    mkdirSync(join(folder, 'taken', 'full'), { recursive: true });
    writeFileSync(join(folder, 'file'), 'old');
    const written = await writePrivately(join(folder, name), 'new');
    expect(written.ok).toBe(false);
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('old');
  });
});
