import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../core/settings.ts';
import { readSettingsFile } from '../../electron/settings-file.ts';

const DEFAULTS = readSettings(undefined);

describe('readSettingsFile', () => {
  let folder: string;
  let path: string;
  let logged: string[];
  const read = () => readSettingsFile(path, (what) => logged.push(what));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'settings-'));
    path = join(folder, 'settings.json');
    logged = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('reads what is there', () => {
    writeFileSync(path, '{"targets":[{"url":"http://localhost:8001"}],"notifications":false}');
    expect(read()).toMatchObject({ targets: [{ url: 'http://localhost:8001' }], notifications: false });
    expect(logged).toEqual([]);
  });

  it('says nothing of a file that is not there yet', () => {
    expect(read()).toEqual(DEFAULTS);
    expect(logged).toEqual([]);
  });

  it.each([
    ['half a file', () => writeFileSync(path, '{"targets":')],
    ['an empty file', () => writeFileSync(path, '')],
    ['more than 1 MiB', () => writeFileSync(path, `"${'x'.repeat(1_048_576)}"`)],
    ['a folder', () => mkdirSync(path)],
    ['a device without end', () => symlinkSync('/dev/zero', path)],
    ['a pipe into which nobody writes', () => execFileSync('mkfifo', [path])],
  ])('takes the defaults, and says so, instead of %s', (_what, lay) => {
    lay();
    expect(read()).toEqual(DEFAULTS);
    expect(logged).toHaveLength(1);
  });
});
