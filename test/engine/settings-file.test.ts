import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../core/settings.ts';
import { readSettingsFile } from '../../engine/settings-file.ts';

const DEFAULTS = readSettings(undefined);

describe('readSettingsFile', () => {
  let folder: string;
  let path: string;
  const read = () => readSettingsFile(path);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'settings-'));
    path = join(folder, 'settings.json');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('reads what is there', () => {
    writeFileSync(path, '{"targets":[{"url":"http://localhost:8001"}],"notifications":false}');
    const { settings, fact } = read();
    expect(settings).toMatchObject({ targets: [{ url: 'http://localhost:8001' }], notifications: false });
    expect(fact).toEqual({ state: 'ok', ignored: [] });
  });

  it('says nothing of a file that is not there yet', () => {
    expect(read()).toMatchObject({ settings: DEFAULTS, fact: { state: 'absent', ignored: [] }, troubles: [] });
    expect(read().problem).toBeUndefined();
  });

  it.each([
    ['half a file', 'damaged', () => writeFileSync(path, '{"targets":')],
    ['an empty file', 'damaged', () => writeFileSync(path, '')],
    ['more than 1 MiB', 'unreadable', () => writeFileSync(path, `"${'x'.repeat(1_048_576)}"`)],
    ['a folder', 'unreadable', () => mkdirSync(path)],
    ['a device without end', 'unreadable', () => symlinkSync('/dev/zero', path)],
    ['a pipe into which nobody writes', 'unreadable', () => execFileSync('mkfifo', [path])],
  ])('takes the defaults, and says so, instead of %s', (_what, state, lay) => {
    lay();
    expect(read()).toMatchObject({ settings: DEFAULTS, fact: { state, ignored: [] } });
    expect(read().problem).toBeInstanceOf(Error);
  });

  it('names the keys that are wrong', () => {
    writeFileSync(path, '{"interval":"often","notifications":false,"cliPath":7,"later":1}');
    expect(read().fact).toEqual({ state: 'ok', ignored: ['interval', 'cliPath'] });
    expect(read().settings.notifications).toBe(false);
  });

  it('input 61: names the line of a key that is wrong, and of the place where the file is none', () => {
    writeFileSync(path, '\uFEFF{\n  "interval": "often",\n  "targets": [{ "url": "ftp://x" }]\n}');
    expect(read().troubles).toEqual([
      { key: 'targets', line: 3 },
      { key: 'interval', line: 2 },
    ]);
    writeFileSync(path, '{\n  "interval": 5,\n}');
    expect(read().troubles).toEqual([{ line: 3 }]);
    writeFileSync(path, '[]');
    expect(read()).toMatchObject({ troubles: [{ line: 1 }], fact: { state: 'damaged' } });
  });

  it('takes no file that is nested too deeply to be written again', () => {
    writeFileSync(path, `{"later":${'['.repeat(200_000)}${']'.repeat(200_000)}}`);
    expect(read()).toMatchObject({ settings: DEFAULTS, fact: { state: 'damaged' } });
  });
});
