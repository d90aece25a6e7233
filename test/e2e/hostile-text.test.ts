import { afterEach, expect } from 'vitest';
import '../../renderer/bridge.ts';
import { english } from '../../core/text/english.ts';
import { ownNotifications } from '../hostile/faces.ts';
import { serveInput, type Hostile } from '../hostile/hostile-server.ts';
import { ALL_NAUGHTY_TEXTS } from '../hostile/naughty-texts.ts';
import { DETAILED, json } from '../hostile/wire.ts';
import { test } from './desk.ts';

const SOON = { timeout: 10_000 };

// Each of the first three ends Electron when it comes into a tooltip, or into a menu that the desktop fetches.
const DEADLY = 'a\uFFFEb\uFDD0c\u{1FFFE}d';
const EVIL = `${DEADLY}\uD800\u202E\u0000\u001B[31mred\u0007<img src=x onerror="document.title='hacked'">`;

// Private use, unassigned, control, format, surrogate.
const UNSAFE = /\p{C}/u;

/** Says a text wherever a proxy may say any. */
function sayings(text: string) {
  return { version: text, path: text, host: text, user: text, error: text, message: text, uptime: text, expires: text };
}

/** A proxy of whose parts some fail, each of which says a text in every field, and in its name. */
function sayingEverywhere(texts: readonly string[]): object {
  const [first = ''] = texts;
  const { claude_cli: cli, api_server: server, authentication: signIn } = DETAILED.components;
  const failing = texts.map((text) => [`~${text}`, { status: 'unhealthy', ...sayings(text) }] as const);
  const components = {
    claude_cli: { ...cli, ...sayings(first) },
    api_server: { ...server, ...sayings(first) },
    authentication: { ...signIn, ...sayings(first), last_check: first },
    ...Object.fromEntries(failing),
  };
  const configuration = { host: first, log_level: first };
  return { ...DETAILED, ...sayings(first), status: 'degraded', components, configuration };
}

const part = { status: 'unhealthy', version: EVIL, path: EVIL, error: EVIL, message: EVIL, user: EVIL, host: EVIL };

const UNHEALTHY = {
  ...DETAILED,
  status: 'unhealthy',
  version: EVIL,
  error: EVIL,
  components: { [EVIL]: part, claude_cli: part, [`${EVIL}\u200B`]: part, [`&${EVIL}`]: part, authentication: part },
  configuration: { host: EVIL },
};

// What a text would have to become for harm; the popup itself has none of them.
const ELEMENTS_OF_TEXT =
  'body :is(img, script, iframe, a, b, marquee, style, form, object, embed, [onerror], [onload], [onfocus])';

// As many components as the menu has room for beside the three that every proxy has.
const SHOWN_AT_ONCE = 5;

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
  expect(await page.locator(ELEMENTS_OF_TEXT).count()).toBe(0);
  expect(await page.innerText('body')).not.toMatch(/[^\P{C}\n]/u);
  expect(await page.title()).toBe('Pilot Light');

  await proxy.recover();
  await page.getByRole('heading', { name: english.healthy }).waitFor();
  await expect.poll(() => tray.tooltip(), SOON).toContain(english.healthy);
  await expect.poll(() => page.innerText('body')).not.toContain('<img');
  expect((await tray.menu()).map(({ label }) => label)).toContain('Claude CLI: Healthy');
  expect(await app.electron.evaluate(() => process.pid)).toBe(app.pid);
});

test('inputs 32 to 38: no naughty text in any field gets more than text into the tray, or an element into the popup', async ({
  desk,
}) => {
  let body: object = DETAILED;
  const proxy = await serveInput({ what: 'naughty texts', serve: (socket, path) => json(body)(socket, path) });
  servers.push(proxy);
  const app = await desk.launch(proxy.url);
  const tray = await desk.tray(app);
  await tray.activate();
  const page = await app.popup();
  await page.getByRole('heading', { name: english.healthy }).waitFor();
  const isTold = async (next: object): Promise<void> => {
    body = next;
    const asked = proxy.requests.length;
    const ask = async (): Promise<number> => {
      await page.evaluate(() => window.pilotLight.act({ type: 'check-now' }));
      return proxy.requests.length - asked;
    };
    // One may have been under way, and the last may not have been drawn yet.
    await expect.poll(ask, { ...SOON, interval: 5 }).toBeGreaterThan(2);
  };
  const unsafe: unknown[] = [];
  const told = new Set<string>();
  /* oxlint-disable no-await-in-loop -- one after the other */
  for (let i = 0; i < ALL_NAUGHTY_TEXTS.length; i += SHOWN_AT_ONCE) {
    const texts = ALL_NAUGHTY_TEXTS.slice(i, i + SHOWN_AT_ONCE);
    await isTold(sayingEverywhere(texts));
    const labels = (await tray.menu()).map(({ label }) => label);
    for (const label of labels) told.add(label);
    const elements = await page.locator(ELEMENTS_OF_TEXT).count();
    if (elements > 0 || labels.some((label) => UNSAFE.test(label))) unsafe.push([texts, elements, labels]);
  }
  for (const text of ALL_NAUGHTY_TEXTS) {
    // The tooltip names the part that fails.
    await isTold(sayingEverywhere([text]));
    const tooltip = await tray.tooltip();
    told.add(tooltip);
    if (UNSAFE.test(tooltip)) unsafe.push([text, tooltip]);
  }
  /* oxlint-enable no-await-in-loop */
  // Once in the menu, once in the tooltip; some are nothing but what is left out.
  expect(told.size).toBeGreaterThan(ALL_NAUGHTY_TEXTS.length * 1.5);
  expect(unsafe).toEqual([]);
  expect(await page.title()).toBe('Pilot Light');
  expect(await app.electron.evaluate(() => process.pid)).toBe(app.pid);
  // Without what a line of its own tells of the app.
  expect(app.output()).not.toMatch(/[^\P{C}\n]/u);
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
