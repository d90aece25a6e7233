import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../engine/clock.ts';
import { openSettings, type CurrentSettings, type SettingsStore } from '../../engine/settings-store.ts';
import { bundled } from './bundled.ts';

const PROGRAM = fileURLToPath(new URL('settings-program.ts', import.meta.url));
const PROGRAMS = mkdtempSync(join(tmpdir(), 'settings-program-'));
const SOON = { timeout: 5_000 };

let folder: string;
let program: string;
let path: string;
let changes: CurrentSettings[];
let errors: string[];
const open: SettingsStore[] = [];

beforeAll(async () => {
  program = await bundled(PROGRAM, PROGRAMS);
});
afterAll(() => rmSync(PROGRAMS, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
  path = join(folder, 'settings.json');
  changes = [];
  errors = [];
});
afterEach(() => {
  for (const store of open.splice(0)) store.stop();
  rmSync(folder, { recursive: true, force: true });
});

function opened(at = path): SettingsStore {
  const store = openSettings({
    path: at,
    clock: systemClock,
    onChange: (current) => changes.push(current),
    onError: (what) => errors.push(what),
  });
  open.push(store);
  return store;
}

const onDisk = (): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('a change', () => {
  it('holds at once, is told once, and is written for its owner alone', async () => {
    const store = opened();
    const saved = store.change('interval', 30);
    expect(store.current().settings.interval).toBe(30);
    expect(await saved).toEqual({ ok: true });
    expect(onDisk()).toEqual({ version: 1, interval: 30 });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(changes.map(({ settings }) => settings.interval)).toEqual([30]);
  });

  it('leaves all else as it is: unknown keys, wrong ones, and what is inside of others', async () => {
    const targets = [{ url: 'http://127.0.0.1:3456/', colour: 'red' }];
    writeFileSync(path, JSON.stringify({ later: { a: 1 }, language: 'tlh', targets, interval: 'auto' }));
    const store = opened();
    expect(store.current().troubles).toEqual([{ key: 'language', line: 1 }]);
    await store.change('notifications', false);
    expect(Object.entries(JSON.parse(readFileSync(path, 'utf8')))).toEqual([
      ['version', 1],
      ['targets', targets],
      ['notifications', false],
      ['language', 'tlh'],
      ['later', { a: 1 }],
    ]);
    expect(store.current().troubles).toEqual([{ key: 'language', line: 10 }]);
    await store.change('language', 'de');
    expect(store.current()).toMatchObject({ settings: { language: 'de' }, troubles: [] });
  });

  it('to the default, or to nothing, leaves the file', async () => {
    const store = opened();
    await store.change('cliPath', '/opt/claude');
    await store.change('appearance', 'dark');
    await store.change('cliPath', undefined);
    await store.change('appearance', 'system');
    expect(onDisk()).toEqual({ version: 1 });
    expect(store.current().settings.cliPath).toBeUndefined();
  });

  it('is refused when it is none', async () => {
    const store = opened();
    expect(await store.change('interval', 'often')).toEqual({ ok: false, code: 'not-a-setting' });
    expect([existsSync(path), changes]).toEqual([false, []]);
  });

  it('of a hundred at a time is written in their order', async () => {
    const store = opened();
    const all = Array.from({ length: 100 }, (_, i) => store.change('interval', i + 1));
    expect(new Set((await Promise.all(all)).map(({ ok }) => ok))).toEqual(new Set([true]));
    expect(onDisk()).toEqual({ version: 1, interval: 100 });
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });
});

describe('a file that is edited by hand', () => {
  it('is read at once, also when the editor renames a new one over it, and when it is removed', async () => {
    const store = opened();
    writeFileSync(path, '{"interval": 5}');
    await expect.poll(() => store.current().settings.interval, SOON).toBe(5);
    writeFileSync(`${path}~`, '{\n"interval": 7,\n"shortcut": 1}');
    renameSync(`${path}~`, path);
    await expect.poll(() => store.current().settings.interval, SOON).toBe(7);
    expect(store.current().troubles).toEqual([{ key: 'shortcut', line: 3 }]);
    rmSync(path);
    await expect.poll(() => store.current().settings.interval, SOON).toBe('auto');
    expect(changes.map(({ settings }) => settings.interval)).toEqual([5, 7, 'auto']);
  });

  it('is not forgotten by a change that was made before it was seen', async () => {
    writeFileSync(path, '{"interval": 5}');
    const store = opened();
    writeFileSync(path, '{"interval": 5, "language": "de"}');
    await store.change('interval', 9);
    expect(onDisk()).toEqual({ version: 1, interval: 9, language: 'de' });
  });

  it('is read when it is asked for, where nothing can be watched', () => {
    const nowhere = join(folder, 'missing', 'settings.json');
    const store = opened(nowhere);
    expect(errors).toEqual([`Changes of ${nowhere} by hand are not seen at once`]);
    mkdirSync(join(folder, 'missing'));
    writeFileSync(nowhere, '{"interval": 5}');
    store.reread();
    expect(store.current().settings.interval).toBe(5);
  });

  it('is not read after the end', async () => {
    const store = opened();
    store.stop();
    writeFileSync(path, '{"interval": 5}');
    await sleep(300);
    expect(store.current().settings.interval).toBe('auto');
  });
});

describe('R24 and R25: a file that is none', () => {
  it.each([
    ['half a file', () => writeFileSync(path, '{"targets":')],
    ['no object', () => writeFileSync(path, '[]')],
    ['a folder', () => mkdirSync(path)],
    ['a device without end', () => symlinkSync('/dev/zero', path)],
    ['a pipe', () => execFileSync('mkfifo', [path])],
    [
      'a gigabyte',
      () => {
        writeFileSync(path, '');
        truncateSync(path, 2 ** 30);
      },
    ],
  ])('is set aside before the first change is written: %s', async (_what, lay) => {
    lay();
    const store = opened();
    expect(store.current().troubles).toHaveLength(1);
    expect(await store.change('interval', 30)).toEqual({ ok: true });
    expect(onDisk()).toEqual({ version: 1, interval: 30 });
    expect(store.current().troubles).toEqual([]);
    expect(readdirSync(folder).toSorted()).toEqual(['settings.json', 'settings.json.unreadable-1']);
  });

  it('is never written over by the next one, and five are kept', async () => {
    const store = opened();
    for (let i = 1; i <= 7; i += 1) {
      writeFileSync(path, `{"half ${i}`);
      // One after the other: that is what is tried.
      // oxlint-disable-next-line no-await-in-loop
      expect(await store.change('interval', i)).toEqual({ ok: true });
    }
    const kept = readdirSync(folder).filter((name) => name.includes('unreadable'));
    expect(kept.toSorted()).toEqual([3, 4, 5, 6, 7].map((i) => `settings.json.unreadable-${i}`));
    expect(readFileSync(`${path}.unreadable-3`, 'utf8')).toBe('{"half 3');
  });
});

describe('a file of a later version', () => {
  it('is read as far as it goes, and is not written over', async () => {
    const text = '{"version": 2, "interval": 5, "language": "de"}';
    writeFileSync(path, text);
    const store = opened();
    expect(store.current().settings).toMatchObject({ interval: 5, language: 'de' });
    expect(await store.change('interval', 9)).toEqual({ ok: false, code: 'newer-version' });
    expect(store.current().settings).toMatchObject({ interval: 9, language: 'de' });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});

describe('R22, R23 and R27: what cannot be saved', () => {
  it('holds all the same, and is saved with the next change that can be', async () => {
    const gone = join(folder, 'file', 'settings.json');
    writeFileSync(join(folder, 'file'), '');
    const store = opened(gone);
    expect(await store.change('interval', 30)).toEqual({ ok: false, code: 'ENOTDIR' });
    expect(store.current().settings.interval).toBe(30);
    rmSync(join(folder, 'file'));
    expect(await store.change('language', 'de')).toEqual({ ok: true });
    expect(JSON.parse(readFileSync(gone, 'utf8'))).toEqual({ version: 1, interval: 30, language: 'de' });
  });

  it('gives way to an edit by hand', async () => {
    mkdirSync(`${path}.new`);
    const store = opened();
    expect(await store.change('interval', 30)).toMatchObject({ ok: false });
    writeFileSync(path, '{"interval": 5}');
    await expect.poll(() => store.current().settings.interval, SOON).toBe(5);
  });

  it('input 62: leaves the old file whole when there is no room for the new one', () => {
    writeFileSync(path, '{"interval": 5}');
    // A limit of the size of files stands for a full disk: the file can be made, and writing into it fails.
    const script = 'trap "" XFSZ; ulimit -f 0; exec "$0" "$@"';
    const run = execFileSync('sh', ['-c', script, process.execPath, program, path, '50'], { encoding: 'utf8' });
    const told = run.trim().split('\n');
    expect(told).toHaveLength(50);
    expect(new Set(told)).toEqual(new Set(['{"written":{"ok":false,"code":"EFBIG"},"holds":true}']));
    expect(readFileSync(path, 'utf8')).toBe('{"interval": 5}');
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });
});

describe('R26 and input 62: kill -9 while writing', () => {
  it('leaves a whole file, fifty times', { timeout: 60_000 }, async () => {
    await opened().change('interval', 30);
    for (let i = 0; i < 50; i += 1) {
      const writer = spawn(process.execPath, [program, path, '1000000'], { stdio: ['ignore', 'pipe', 'inherit'] });
      const ended = once(writer, 'exit');
      // One after the other, each at another moment of its writing.
      // oxlint-disable-next-line no-await-in-loop
      await once(writer.stdout, 'data');
      // oxlint-disable-next-line no-await-in-loop
      await sleep(i % 7);
      writer.kill('SIGKILL');
      // oxlint-disable-next-line no-await-in-loop
      await ended;
      expect(onDisk()).toMatchObject({ version: 1, interval: 30, cliPath: expect.stringMatching(/^\/(\d)+$/) });
      expect(readdirSync(folder).filter((name) => !/^settings\.json(?:\.new|\.lock)?$/.test(name))).toEqual([]);
    }
  });
});

describe('import, export and reset', () => {
  it('give back what was there', async () => {
    const store = opened();
    await store.change('interval', 30);
    await store.change('quietHours', { from: '22:00', to: '07:00' });
    const exported = store.exportText();
    expect(await store.reset()).toEqual({ ok: true });
    expect(onDisk()).toEqual({ version: 1 });
    await store.change('language', 'ja');
    expect(await store.import(exported)).toEqual({ ok: true });
    expect(onDisk()).toEqual({ version: 1, interval: 30, quietHours: { from: '22:00', to: '07:00' } });
    expect(store.exportText()).toBe(exported);
  });

  it.each(['', '[]', 'null', '{"interval": "often"}', '{"version": 2}', `{"a": "${'x'.repeat(1_048_576)}"}`])(
    'refuse a text that is wrong in anything, and change nothing',
    async (text) => {
      const store = opened();
      expect(await store.import(text)).toEqual({ ok: false, code: 'not-settings' });
      expect([existsSync(path), changes]).toEqual([false, []]);
    },
  );
});
