import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Action, OwnUsage, PopupApi } from '../../core/contract.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { cpuMsOf, memoryOf, total } from '../bench/desktop/process-tree.ts';
import { electronProgram, IS_ROOT, launchApp, PROJECT, type RunningApp } from './app.ts';
import { test, type Desk } from './desk.ts';
import { userIn } from './user.ts';

declare global {
  interface Window {
    readonly pilotLight: PopupApi;
  }
}

const SOON = { timeout: 15_000 };
const WITHIN_2_S = { timeout: 2_000, interval: 50 };

interface Settled {
  readonly app: RunningApp;
  readonly path: string;
  readonly act: (action: Action) => Promise<boolean>;
  readonly snapshot: () => Promise<Snapshot>;
}

// Without `--url`: here the settings say what is watched.
async function launch(desk: Desk, settings: unknown): Promise<Settled> {
  const profile = join(desk.folder, 'profile-settings');
  const path = join(profile, 'settings.json');
  mkdirSync(profile, { recursive: true });
  writeFileSync(path, JSON.stringify(settings));
  const user = userIn(join(desk.folder, 'somebody'));
  const app = await launchApp(profile, [], user.env);
  const tray = await desk.tray(app);
  await tray.choose('Open Pilot Light');
  const page = await app.popup();
  await page.getByRole('main').waitFor(SOON);
  return {
    app,
    path,
    act: (action) => page.evaluate(async (asked) => (await window.pilotLight.act(asked)).done, action),
    snapshot: () => page.evaluate(() => window.pilotLight.ask()),
  };
}

test('settings and their file agree, whoever changes them', async ({ desk }) => {
  const one = await desk.simulate('healthy');
  const other = await desk.simulate('degraded');
  const { app, path, act, snapshot } = await launch(desk, { targets: [{ url: one.url }], interval: 1 });
  const tray = await desk.tray(app);
  const settings = async (): Promise<Snapshot['settings']> => (await snapshot()).settings;
  const troubles = async (): Promise<Snapshot['settingsTroubles']> => (await snapshot()).settingsTroubles;

  expect(await act({ type: 'change-setting', key: 'appearance', value: 'dark' })).toBe(true);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ version: 1, appearance: 'dark' });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(await settings()).toMatchObject({ appearance: 'dark', interval: 1 });
  expect(await app.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');

  writeFileSync(
    path,
    `{\n  "targets": [{ "url": "${one.url}" }],\n  "interval": 1,\n  "reminders": "now and then"\n}\n`,
  );
  await expect.poll(troubles, WITHIN_2_S).toEqual([{ key: 'reminders', line: 4 }]);
  expect(await settings()).toMatchObject({ appearance: 'system', reminders: 'off', interval: 1 });
  writeFileSync(path, '{\n  "interval": 1,\n}\n');
  await expect.poll(troubles, WITHIN_2_S).toEqual([{ line: 3 }]);

  const watched = [{ name: 'The other one', url: other.url }];
  expect(await act({ type: 'change-setting', key: 'targets', value: watched })).toBe(true);
  await expect.poll(() => tray.tooltip(), SOON).toContain(`127.0.0.1:${other.port}`);
  expect((await snapshot()).targets).toMatchObject([{ name: 'The other one', url: other.url, light: 'degraded' }]);
  expect(readFileSync(`${path}.unreadable-1`, 'utf8')).toBe('{\n  "interval": 1,\n}\n');
  expect(await troubles()).toEqual([]);

  expect(await act({ type: 'change-setting', key: 'shortcut', value: 'No+Such+Keys' })).toBe(true);
  expect(await troubles()).toEqual([{ key: 'shortcut' }]);
  expect(await act({ type: 'reset-settings' })).toBe(true);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ version: 1 });
  expect(await troubles()).toEqual([]);
});

test('a proxy that is added, named or moved disturbs no other', async ({ desk }) => {
  const down = await desk.simulate('signed-out');
  const other = await desk.simulate('healthy');
  const { act, snapshot } = await launch(desk, { targets: [{ url: down.url }], interval: 1 });
  const failing = async () => (await snapshot()).targets.find(({ url }) => url === down.url);
  await expect.poll(async () => (await failing())?.incident, SOON).toMatchObject({ number: 1 });
  const before = await failing();
  for (const targets of [
    [{ url: down.url }, { url: other.url }],
    [{ url: other.url }, { name: 'Mine', url: down.url, colour: 'violet' }],
  ]) {
    // One change after the other.
    // oxlint-disable-next-line no-await-in-loop
    expect(await act({ type: 'change-setting', key: 'targets', value: targets })).toBe(true);
  }
  expect(await failing()).toMatchObject({ id: before?.id, incident: before?.incident, since: before?.since });
  expect(await failing()).toMatchObject({ name: 'Mine', colour: 'violet' });
  await expect
    .poll(async () => (await snapshot()).targets.map(({ light }) => light), SOON)
    .toEqual(['healthy', 'down']);
});

test('the page about the app tells what it costs, and the truth', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const { app } = await launch(desk, { targets: [{ url: proxy.url }] });
  const page = await app.popup();
  const measure = async (): Promise<OwnUsage | undefined> =>
    page.evaluate(async () => (await window.pilotLight.act({ type: 'measure' })).usage);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'About Pilot Light' }).click();
  await page.getByText(/MB · \d+ processes/).waitFor(SOON);
  await page.getByText(/^[\d.]+% of one core/).waitFor(SOON);

  // Each is charged with its part of what it shares with other Electrons, which come and go beside this test.
  const isApart = async (): Promise<number> => {
    const told = (await measure())?.memoryBytes ?? 0;
    const seen = total(memoryOf(app.pid)) * 1_048_576;
    return Math.abs(told - seen) / seen;
  };
  await expect.poll(isApart, SOON).toBeLessThan(0.25);
  const usage = await measure();
  expect(usage?.processes).toBeGreaterThanOrEqual(3);
  expect(usage?.cpuMs).toBeGreaterThan(100);
  expect(usage?.cpuMs).toBeLessThan(cpuMsOf(app.pid) + 1_000);
  expect(usage?.requests).toBeGreaterThan(0);
});

test('settings are exported and imported, and proxies are found only when somebody asks', async ({ desk }) => {
  const { app, path, act, snapshot } = await launch(desk, { targets: [], interval: 30 });
  const file = join(desk.folder, 'exported.json');
  await app.electron.evaluate(({ dialog }, filePath) => {
    // The desktop's own dialogs cannot be operated from here; all behind them is real.
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, file);

  expect(await act({ type: 'export-settings' })).toBe(true);
  const exported = { version: 1, targets: [], interval: 30 };
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(exported);
  expect(await act({ type: 'reset-settings' })).toBe(true);
  expect(await act({ type: 'import-settings' })).toBe(true);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(exported);
  writeFileSync(file, '{"interval": "often"}');
  expect(await act({ type: 'import-settings' })).toBe(false);
  expect((await snapshot()).settings).toMatchObject({ targets: [], interval: 30 });

  expect((await snapshot()).found).toBeUndefined();
  expect(await act({ type: 'find-proxies' })).toBe(true);
  expect(Array.isArray((await snapshot()).found)).toBe(true);
});

test('R22: a folder that cannot be written in costs nothing but the memory', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const sandbox = IS_ROOT ? ['--no-sandbox'] : [];
  // The folder in the command line has the app end with the test.
  const args = [PROJECT, `--url=${proxy.url}`, `--ends-with=${desk.folder}`];
  // With another home than the simulator, which would be taken for a proxy that uses the login that is not there.
  const env = { ...process.env, HOME: desk.folder, XDG_CONFIG_HOME: '/proc' };
  const app = desk.run([electronProgram(), ...sandbox, ...args], env);
  const tray = await desk.tray(app);
  await expect.poll(() => tray.tooltip(), SOON).toContain('Everything is healthy');
  expect(app.output()).toContain('nothing will be remembered');
});

test('every face speaks the language of the settings, at once', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const { app, act } = await launch(desk, { targets: [{ url: proxy.url }], language: 'en' });
  const [tray, page] = [await desk.tray(app), await app.popup()];
  await page.getByRole('heading', { name: 'Everything is healthy' }).waitFor(SOON);
  expect(await act({ type: 'change-setting', key: 'language', value: 'de' })).toBe(true);
  await page.getByRole('heading', { name: 'Alles in Ordnung' }).waitFor(SOON);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  await expect.poll(() => tray.tooltip(), SOON).toContain('Alles in Ordnung');
  expect((await tray.menu()).map(({ label }) => label)).toContain('Beenden');
});
