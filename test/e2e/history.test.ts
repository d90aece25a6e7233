import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { LookBack, Span } from '../../core/history/look-back.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { IS_ROOT } from './app.ts';
import { test, type Desk } from './desk.ts';
import { live, type Life } from './lives.ts';

const SOON = { timeout: 20_000 };

async function open(desk: Desk, profile: string, url: string): Promise<Life> {
  const { app, page } = await live(desk, profile, url);
  await page.getByRole('main').waitFor(SOON);
  // Nobody looks on, so that notifications are sent.
  await page.evaluate(() => window.pilotLight.act({ type: 'hide' }));
  await expect.poll(() => app.isPopupVisible()).toBe(false);
  return { app, page };
}

const snapshot = ({ page }: Life): Promise<Snapshot> => page.evaluate(() => window.pilotLight.ask());

async function lookBack({ page }: Life, span: Span): Promise<LookBack | undefined> {
  return page.evaluate(async (asked) => {
    const { targets } = await window.pilotLight.ask();
    const target = targets[0]?.id ?? '';
    return (await window.pilotLight.act({ type: 'look-back', target, span: asked })).lookBack;
  }, span);
}

function note({ page }: Life, incident: string, text: string): Promise<boolean> {
  return page.evaluate(
    async ([of, words]) => {
      const { targets } = await window.pilotLight.ask();
      const target = targets[0]?.id ?? '';
      return (await window.pilotLight.act({ type: 'note-incident', target, incident: of, note: words })).done;
    },
    [incident, text] as const,
  );
}

const titles = (desk: Desk, { app }: Life): readonly string[] => desk.notifications(app).map(({ title }) => title);

test('what happened is remembered, and by the next life of the app too', { timeout: 90_000 }, async ({ desk }) => {
  const profile = join(desk.folder, 'profile-history');
  const proxy = await desk.simulate('healthy');
  const first = await open(desk, profile, proxy.url);
  await expect.poll(async () => (await snapshot(first)).targets[0]?.availability?.uptime, SOON).toBe(1);
  await proxy.close();
  await expect.poll(() => titles(desk, first), SOON).toHaveLength(1);
  const again = await desk.simulate('healthy', proxy.port);
  await expect.poll(() => titles(desk, first), SOON).toHaveLength(2);

  const told = await lookBack(first, 'hour');
  const [incident] = told?.incidents ?? [];
  expect(incident).toMatchObject({
    root: 'proxy-not-running',
    ending: 'recovered',
    told: [{ what: 'failed' }, { what: 'recovered' }],
    evidence: [{ id: 'proxy-not-running' }],
  });
  expect(told?.availability.uptime).toBeLessThan(1);
  expect(told?.overall?.count).toBeGreaterThan(1);
  expect(await note(first, incident?.id ?? '', 'I pulled the plug')).toBe(true);
  await first.app.close();

  const second = await open(desk, profile, again.url);
  await expect.poll(async () => (await snapshot(second)).targets[0]?.availability?.incidents, SOON).toBe(1);
  expect((await lookBack(second, 'year'))?.incidents).toEqual([{ ...incident, note: 'I pulled the plug' }]);
  expect((await lookBack(second, 'day'))?.probes).toBeGreaterThan(told?.probes ?? 0);
  await second.app.close();
});

test.runIf(IS_ROOT)(
  'R22, R23 and input 62: without a history, light, tray and notifications go on',
  { timeout: 120_000 },
  async ({ desk }) => {
    const profile = join(desk.folder, 'profile-history');
    const root = join(profile, 'history');
    const proxy = await desk.simulate('healthy');
    const opened = await open(desk, profile, proxy.url);
    const tray = await desk.tray(opened.app);
    const trouble = async (): Promise<string | undefined> => (await snapshot(opened)).historyTrouble;
    await expect.poll(() => existsSync(root), SOON).toBe(true);

    rmSync(root, { recursive: true });
    await expect.poll(() => existsSync(root) && readdirSync(root).length, SOON).toBe(1);
    expect(await trouble()).toBeUndefined();

    mkdirSync(root, { recursive: true });
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', root]);
    try {
      fill(root);
      await expect.poll(trouble, SOON).toBe('ENOSPC');
      expect(await tray.tooltip()).toContain('Everything is healthy');
      await proxy.close();
      await expect.poll(() => titles(desk, opened), SOON).toEqual(['The proxy is not running']);
      expect(await tray.tooltip()).toContain('The proxy is not running');

      execFileSync('mount', ['-o', 'remount,ro', root]);
      await expect.poll(trouble, SOON).toBe('EROFS');
      await desk.simulate('healthy', proxy.port);
      await expect.poll(() => titles(desk, opened), SOON).toHaveLength(2);
      expect(await tray.tooltip()).toContain('Everything is healthy');
    } finally {
      execFileSync('umount', [root]);
    }
    await expect.poll(trouble, SOON).toBeUndefined();
    expect((await lookBack(opened, 'hour'))?.incidents).toHaveLength(1);
    expect(opened.app.output().match(/The history cannot be kept/g)?.length).toBeLessThanOrEqual(2);
    await opened.app.close();
  },
);

function fill(folder: string): void {
  for (let i = 0, isFull = false; !isFull; i += 1) {
    try {
      writeFileSync(join(folder, `filler-${i}`), Buffer.alloc(4_096));
    } catch {
      isFull = true;
    }
  }
}
