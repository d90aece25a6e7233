import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settingsActions, type SettingsActions } from '../../electron/settings-actions.ts';
import { settingsHere, type SettingsHere } from '../../electron/settings-here.ts';
import { systemClock } from '../../engine/clock.ts';

let folder: string;
let here: SettingsHere;
let chosen: string | undefined;
let logged: string[];
let actions: SettingsActions;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
  logged = [];
  const log = (what: string): void => void logged.push(what);
  here = settingsHere({ path: join(folder, 'settings.json'), url: 'http://localhost:1', clock: systemClock, log });
  const ask = (): Promise<string | undefined> => Promise.resolve(chosen);
  actions = settingsActions({ store: here.store, askWhere: ask, askWhich: ask, log });
});
afterEach(() => {
  here.store.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the settings of this run', () => {
  it('watch what the command line names, which is never saved', async () => {
    const told: unknown[] = [];
    const stop = here.onChange(({ settings }) => told.push(settings.targets));
    expect(await actions.change('interval', 30)).toBe(true);
    expect(here.current().settings).toMatchObject({ interval: 30, targets: [{ url: 'http://localhost:1' }] });
    expect(told).toEqual([[{ url: 'http://localhost:1' }]]);
    expect(readFileSync(join(folder, 'settings.json'), 'utf8')).not.toContain('localhost:1');
    stop();
    await actions.reset();
    expect(told).toHaveLength(1);
  });
});

describe('export and import', () => {
  it('go by the file that the user chose, or do nothing', async () => {
    chosen = undefined;
    expect([await actions.export(), await actions.import()]).toEqual([false, false]);
    chosen = join(folder, 'exported.json');
    writeFileSync(`${chosen}.new`, 'of the user');
    await actions.change('interval', 30);
    expect(await actions.export()).toBe(true);
    expect(readFileSync(`${chosen}.new`, 'utf8')).toBe('of the user');
    expect(readFileSync(chosen, 'utf8')).not.toContain('localhost:1');
    expect(statSync(chosen).mode & 0o777).toBe(0o600);
    await actions.reset();
    expect(await actions.import()).toBe(true);
    expect(here.current().settings.interval).toBe(30);
    expect(logged).toEqual([]);
  });

  it('log why they failed', async () => {
    chosen = join(folder, 'wrong.json');
    writeFileSync(chosen, '{"interval": -1}');
    expect(await actions.import()).toBe(false);
    chosen = '/dev/null/exported.json';
    expect(await actions.export()).toBe(false);
    await expect(actions.import()).rejects.toThrow('ENOTDIR');
    expect(logged).toEqual(['The settings cannot be imported', 'The settings cannot be exported']);
  });
});
