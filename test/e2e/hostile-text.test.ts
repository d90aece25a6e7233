import { afterEach, expect } from 'vitest';
import { english } from '../../core/text/english.ts';
import { ownNotifications } from '../hostile/faces.ts';
import { serveInput, type Hostile } from '../hostile/hostile-server.ts';
import { DETAILED, json } from '../hostile/wire.ts';
import { test } from './desk.ts';

const SOON = { timeout: 10_000 };

// Each of the first three ends Electron when it comes into a tooltip, or into a menu that the desktop fetches.
const DEADLY = 'a\uFFFEb\uFDD0c\u{1FFFE}d';
const EVIL = `${DEADLY}\uD800\u202E\u0000\u001B[31mred\u0007<img src=x onerror="document.title='hacked'">`;

// Private use, unassigned, control, format, surrogate.
const UNSAFE = /\p{C}/u;

const part = { status: 'unhealthy', version: EVIL, path: EVIL, error: EVIL, message: EVIL, user: EVIL, host: EVIL };

const UNHEALTHY = {
  ...DETAILED,
  status: 'unhealthy',
  version: EVIL,
  error: EVIL,
  components: { [EVIL]: part, claude_cli: part, [`${EVIL}\u200B`]: part, [`&${EVIL}`]: part, authentication: part },
  configuration: { host: EVIL },
};

const servers: Hostile[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(what: string, body: object): Promise<Hostile> {
  const server = await serveInput({ what, serve: json(body) });
  servers.push(server);
  return server;
}

test('inputs 32 to 37: what a proxy says ends nothing, and becomes nothing but text', async ({ desk }) => {
  const proxy = await serve('evil texts everywhere', UNHEALTHY);
  const app = await desk.launch(proxy.url);
  const tray = await desk.tray(app);
  await expect.poll(() => desk.notifications(app), SOON).toHaveLength(1);
  const own = ownNotifications(proxy.url);
  expect(desk.notifications(app).flatMap(({ title, body }) => [title, body].filter((text) => !own.has(text)))).toEqual(
    [],
  );

  const labels = (await tray.menu()).map(({ label }) => label);
  expect(labels.join('\n')).toContain('abcd[31mred<img src=x');
  expect([await tray.tooltip(), ...labels].filter((text) => UNSAFE.test(text))).toEqual([]);

  await tray.activate();
  const page = await app.popup();
  await page.getByRole('heading', { name: 'The Claude CLI does not work' }).waitFor();
  await expect.poll(() => app.isPopupVisible()).toBe(true);
  expect(await page.innerText('body')).toContain('<img src=x');
  expect(await page.locator('body :is(img, script, iframe, a, [onerror])').count()).toBe(0);
  expect(await page.innerText('body')).not.toMatch(/[^\P{C}\n]/u);
  expect(await page.title()).toBe('Pilot Light');

  await proxy.recover();
  await page.getByRole('heading', { name: english.healthy }).waitFor();
  await expect.poll(() => tray.tooltip(), SOON).toContain(english.healthy);
  await expect.poll(() => page.innerText('body')).not.toContain('<img');
  expect((await tray.menu()).map(({ label }) => label)).toContain('Claude CLI: Healthy');
  expect(await app.electron.evaluate(() => process.pid)).toBe(app.pid);
});

test('inputs 6 and 36: the name that another program gives itself reaches the tooltip as plain text', async ({
  desk,
}) => {
  const stranger = await serve('an evil name', { ...DETAILED, service: EVIL });
  const app = await desk.launch(stranger.url);
  const tray = await desk.tray(app);
  // Its own name stands there until the operating system has told the true one: this very process's.
  await expect.poll(() => tray.tooltip(), SOON).toMatch(/^Another program answers: (?:abcd\[31mred|node )/);
  expect(await tray.tooltip()).not.toMatch(UNSAFE);
  expect((await tray.menu()).filter(({ label }) => UNSAFE.test(label))).toEqual([]);

  await stranger.recover();
  await expect.poll(() => tray.tooltip(), SOON).toContain(english.healthy);
  expect(await app.electron.evaluate(() => process.pid)).toBe(app.pid);
});
