import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, emptyFolderAt } from '../../engine/empty-folder.ts';

it('an empty folder is private, and gone once it is removed', () => {
  const { path: now, remove } = emptyFolder();
  const path = now();
  expect([statSync(path).mode & 0o777, readdirSync(path)]).toEqual([0o700, []]);
  remove();
  expect(existsSync(path)).toBe(false);
});

it('a temporary one that was tidied away is made anew, under a name that nobody knew', () => {
  const { path, remove } = emptyFolder();
  const before = path();
  rmSync(before, { recursive: true });
  const after = path();
  expect([after === before, readdirSync(after), path()]).toEqual([false, [], after]);
  remove();
  expect(existsSync(after)).toBe(false);
});

it('an empty folder of its own place is made empty, and what cannot be removed any more ends nothing', () => {
  const within = mkdtempSync(join(tmpdir(), 'empty-'));
  const place = join(within, 'data', 'empty');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'left'), '');
  const { path: now, remove } = emptyFolderAt(place);
  const path = now();
  expect([path, statSync(path).mode & 0o777, readdirSync(path)]).toEqual([place, 0o700, []]);
  rmSync(dirname(place), { recursive: true });
  writeFileSync(dirname(place), 'a file by now');
  expect(remove).not.toThrow();
  const elsewhere = emptyFolderAt(place);
  expect(readdirSync(elsewhere.path())).toEqual([]);
  elsewhere.remove();
  rmSync(within, { recursive: true });
});
