import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { bundle } from '../../build/bundle.mjs';
import type { Action } from '../../core/contract.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { ended, home, start } from '../engine/command-line/pilot-light.ts';
import { test } from './desk.ts';
import { SECRETS } from './secrets.ts';
import { there } from '../there.ts';

const SOON = { timeout: 15_000 };

test('what happened around an incident is kept without a secret, and is replayed as it was shown', async ({ desk }) => {
  await bundle(['command-line']);
  const where = home();
  const replayed = (path: string): ReturnType<typeof ended> => ended(start(['replay', path], where));
  const proxy = await desk.simulate('healthy');
  const app = await desk.launch(proxy.url);
  await (await desk.tray(app)).choose('Open Pilot Light');
  const page = await app.popup();
  await page.getByRole('main').waitFor(SOON);
  const target = async (): Promise<Snapshot['targets'][number]> =>
    there((await page.evaluate(() => window.pilotLight.ask())).targets[0]);
  const act = (action: Action): Promise<boolean> =>
    page.evaluate(async (asked) => (await window.pilotLight.act(asked)).done, action);
  // What the faces are shown from now on, each light once.
  await page.evaluate(() => {
    const seen: string[] = [];
    Reflect.set(window, 'seen', seen);
    window.pilotLight.onSnapshot(({ targets: [one] }) => {
      const light = `${one?.light}${one?.confirmed === true ? '' : ' unconfirmed'}`;
      if (seen.at(-1) !== light) seen.push(light);
    });
  });
  await expect.poll(target, SOON).toMatchObject({ light: 'healthy', confirmed: true });

  await proxy.switchTo('unhealthy', { body: signedOut(SECRETS.join(' or ')) });
  await expect.poll(async () => (await target()).incident, SOON).toBeDefined();
  const { id, incident } = await target();
  const folder = join(app.profile, 'recordings');
  await expect.poll(() => readdirSync(app.profile), SOON).toContain('recordings');
  await expect.poll(() => readdirSync(folder), SOON).toEqual([`${id}.${incident?.startedAt}.json`]);

  const saved = join(desk.folder, 'recording.json');
  await app.electron.evaluate(({ dialog }, filePath) => {
    // The desktop's own dialog cannot be operated from here; all behind it is real.
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, saved);
  expect(await act({ type: 'save-recording', target: id, startedAt: 1 })).toBe(false);
  expect(await act({ type: 'save-recording', target: id, startedAt: incident?.startedAt ?? 0 })).toBe(true);
  expect(statSync(saved).mode & 0o777).toBe(0o600);
  expect(await replayed(saved)).toMatchObject({ code: 0, stderr: '' });

  expect(await act({ type: 'copy-incident', target: id, startedAt: 1 })).toBe(false);
  expect(await act({ type: 'copy-incident', target: id, startedAt: incident?.startedAt ?? 0 })).toBe(true);
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^# Claude is signed out\n[^]*`signed-out`/);
  for (const secret of SECRETS) expect(copied).not.toContain(secret);

  await proxy.switchTo('healthy');
  await expect.poll(async () => (await target()).lastIncident, SOON).toBeDefined();
  const seen = await page.evaluate(() => Reflect.get(window, 'seen') as string[]);
  await app.close();

  const kept = join(folder, `${id}.${incident?.startedAt}.json`);
  for (const path of [saved, kept])
    for (const secret of SECRETS) expect(readFileSync(path, 'utf8')).not.toContain(secret);
  expect(readFileSync(kept, 'utf8')).toMatch(/No login for.*"answer":\{"status":503/);
  const [first, again] = await Promise.all([replayed(kept), replayed(kept)]);
  where.remove();
  expect(first).toEqual(again);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  const lines = first.stdout.split('\n');
  expect(lines.filter((line) => line.includes(' alert '))).toEqual([
    expect.stringMatching(/alert incident-opened 1 signed-out from [\d.]+ s$/),
    expect.stringMatching(/alert incident-closed 1 signed-out from [\d.]+ s to [\d.]+ s$/),
  ]);
  expect(lightsIn(lines).slice(-seen.length)).toEqual(seen);
});

// The documented problem, with more words than are good for anybody.
function signedOut(secrets: string): string {
  const details = { claude_cli_status: 'not_authenticated', account: 'Ada', asked: secrets };
  return JSON.stringify({
    status: 'unhealthy',
    error: `Claude CLI authentication failed. No login for ${secrets}`,
    details,
  });
}

// Each light once, as the faces show it.
function lightsIn(lines: readonly string[]): readonly string[] {
  return lines
    .flatMap((line) => /^[\d.]+ s {2}\S+ (?<light>\w+(?: unconfirmed)?)/.exec(line)?.groups?.['light'] ?? [])
    .filter((light, i, all) => light !== all[i - 1]);
}
