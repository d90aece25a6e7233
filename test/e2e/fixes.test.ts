import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { PROJECT, type RunningApp } from './app.ts';
import { test, type Desk } from './desk.ts';
import type { StartedProcess } from './process.ts';
import { userIn, type User } from './user.ts';

const SOON = { timeout: 15_000 };
const FIXED = /^Fixed after \d+ (?:s|min)/;
const DAY = 86_400_000;

/** The popup of an app that watches an address, opened by the user. */
async function openPopup(desk: Desk, app: RunningApp): Promise<Page> {
  const tray = await desk.tray(app);
  await expect
    .poll(async () => {
      if (!(await app.isPopupVisible())) await tray.activate();
      return app.isPopupVisible();
    }, SOON)
    .toBe(true);
  return app.popup();
}

async function isToldFixed(desk: Desk, app: RunningApp): Promise<void> {
  const page = await openPopup(desk, app);
  await page.getByText(FIXED).first().waitFor(SOON);
}

/** A proxy, or another program, that is a process of its own. */
async function proxyProcess(desk: Desk, env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<ProxyProcess> {
  const simulator = join(PROJECT, 'out', 'simulator', 'simulator.js');
  const started = desk.run([process.execPath, simulator, ...args], env);
  await expect.poll(() => started.output(), SOON).toContain('"url"');
  const { url }: { readonly url: string } = JSON.parse(started.output().trim());
  return { ...started, url, port: new URL(url).port };
}

type ProxyProcess = StartedProcess & { readonly url: string; readonly port: string };

const kill = async ({ pid, ended }: ProxyProcess): Promise<void> => {
  process.kill(pid, 'SIGTERM');
  await ended;
};

const signIn = async (page: Page, user: User): Promise<void> => {
  await page
    .getByRole('button', { name: /^Open terminal/ })
    .first()
    .click();
  // What runs there is the user's own CLI in a real terminal.
  await expect.poll(() => user.hasLogin(), SOON).toBe(true);
};

test('CLI not found: the command is copied, the CLI installed, and the fix proved', async ({ desk }) => {
  const user = userIn(desk.folder);
  const proxy = await desk.simulate('cli-missing');
  const app = await desk.launch(proxy.url, user.env);
  const page = await openPopup(desk, app);
  await page.getByRole('heading', { name: 'Install the Claude CLI' }).waitFor(SOON);
  await page.getByText('/usr/local/bin/claude').waitFor();
  await page.getByRole('button', { name: /^Copy: curl/ }).click();
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toBe('curl -fsSL https://claude.ai/install.sh | bash');
  user.installCli('signed-in.sh');
  await proxy.switchTo('healthy');
  await isToldFixed(desk, app);
});

test('signed out: a terminal is opened, the user signs in, and the fix is proved', async ({ desk }) => {
  const user = userIn(desk.folder);
  user.installCli('logs-in.sh');
  const proxy = await desk.simulate('signed-out');
  const app = await desk.launch(proxy.url, user.env);
  const page = await openPopup(desk, app);
  await page.getByRole('heading', { name: 'Sign in to Claude again' }).waitFor(SOON);
  await page.getByText('claude auth login').waitFor();
  await signIn(page, user);
  await proxy.switchTo('healthy');
  await isToldFixed(desk, app);
});

test('port taken: the real program is named, its end frees the port, and the fix is proved', async ({ desk }) => {
  const user = userIn(desk.folder);
  const other = await proxyProcess(desk, process.env, 'stranger', '--port', '0');
  const details = { port: Number(other.port), host: '0.0.0.0' };
  const body = JSON.stringify({ status: 'unhealthy', error: `Port ${other.port} already in use`, details });
  const proxy = await desk.simulate('port-taken');
  await proxy.switchTo('port-taken', { body });
  const app = await desk.launch(proxy.url, user.env);
  const page = await openPopup(desk, app);
  await page.getByText(`node simulator.js (process ${other.pid}) holds its port`, { exact: false }).waitFor(SOON);
  await page.getByRole('button', { name: 'Copy: --port 8001' }).click();
  await kill(other);
  await proxy.switchTo('healthy');
  await isToldFixed(desk, app);
});

test('another program answers: it is stopped, the proxy started, and the fix is proved', async ({ desk }) => {
  const user = userIn(desk.folder);
  const stranger = await proxyProcess(desk, process.env, 'stranger', '--port', '0');
  const app = await desk.launch(stranger.url, user.env);
  const page = await openPopup(desk, app);
  await page.getByText(`node simulator.js (process ${stranger.pid}) answers`, { exact: false }).waitFor(SOON);
  await kill(stranger);
  await desk.simulate('healthy', Number(stranger.port));
  await isToldFixed(desk, app);
});

test('the login ends soon: it is renewed in time, and the fix is proved', async ({ desk }) => {
  const user = userIn(desk.folder);
  user.installCli('logs-in.sh');
  user.storeLogin(Date.now() + DAY);
  const before = user.login();
  const proxy = await desk.simulate('healthy');
  const app = await desk.launch(proxy.url, user.env);
  const page = await openPopup(desk, app);
  await page.getByRole('heading', { name: 'Sign in again before the login ends' }).waitFor(SOON);
  expect(await (await desk.tray(app)).tooltip()).not.toContain('Down');
  await signIn(page, user);
  await expect.poll(() => user.login(), SOON).not.toBe(before);
  await isToldFixed(desk, app);
});

test('signed out behind a healthy proxy: amber, not green; signed in, and the fix is proved', async ({ desk }) => {
  const user = userIn(desk.folder);
  user.installCli('logs-in.sh');
  // A process of this very user, who looks for the login in the same place.
  const proxy = await proxyProcess(desk, { ...process.env, ...user.env }, 'healthy', '--port', '0');
  const app = await desk.launch(proxy.url, user.env);
  const tray = await desk.tray(app);
  await expect.poll(() => tray.tooltip(), SOON).toContain('No login is stored here');
  const page = await openPopup(desk, app);
  await page.getByRole('heading', { name: 'Sign in to Claude' }).waitFor(SOON);
  await signIn(page, user);
  await isToldFixed(desk, app);
  await expect.poll(() => tray.tooltip(), SOON).toContain('Everything is healthy');
});

test('"Run diagnostics" in the tray menu opens the page, and tells the root cause', async ({ desk }) => {
  const user = userIn(desk.folder);
  user.installCli('fails.sh');
  const proxy = await desk.simulate('cli-unhealthy');
  const app = await desk.launch(proxy.url, user.env);
  const tray = await desk.tray(app);
  await expect.poll(() => tray.tooltip(), SOON).toContain('does not work');
  await tray.choose('Run diagnostics');
  const page = await app.popup();
  await page.getByRole('heading', { name: 'Diagnostics' }).waitFor(SOON);
  await page.getByRole('heading', { name: 'Repair the Claude CLI' }).waitFor(SOON);
});

test('input R37: a thousand quick clicks on "Run diagnostics" start one run, and one CLI', async ({ desk }) => {
  const user = userIn(desk.folder);
  user.installCli('answers.sh');
  const proxy = await desk.simulate('healthy');
  const app = await desk.launch(proxy.url, user.env);
  const page = await openPopup(desk, app);
  await page.getByRole('heading', { name: 'Everything is healthy' }).waitFor(SOON);
  const runs = await page.evaluate(async () => {
    const target = (await window.pilotLight.ask()).targets[0]?.id ?? '';
    const clicks = Array.from({ length: 1_000 }, () => window.pilotLight.act({ type: 'diagnose', target }));
    await Promise.all(clicks);
    return (await window.pilotLight.ask()).diagnosis?.number;
  });
  expect(runs).toBe(1);
  await page.getByRole('button', { name: 'Run again', exact: true }).waitFor(SOON);
  // A script tells its version anew before it hears any other word: behind it may be another version by then.
  const asked = readFileSync(join(user.home, 'asked'), 'utf8').trim().split('\n');
  expect(asked).toEqual(['--version', '--version', 'auth status --json']);
});
