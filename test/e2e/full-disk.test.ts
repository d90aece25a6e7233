import '../../renderer/bridge.ts';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { IS_ROOT, launchApp } from './app.ts';
import { test } from './desk.ts';
import { userIn } from './user.ts';

const SOON = { timeout: 10_000 };

/** Runs with a small disk of its own at this path. */
async function onSmallDisk(path: string, run: () => Promise<void>): Promise<void> {
  mkdirSync(path);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m,mode=700', 'tmpfs', path]);
  try {
    await run();
  } finally {
    execFileSync('umount', ['--lazy', path]);
  }
}

/** Writes into the file until nothing more fits. */
function fill(file: string): void {
  for (const bytes of [65_536, 4_096, 1]) {
    expect(() => {
      for (;;) appendFileSync(file, Buffer.alloc(bytes));
    }).toThrow('ENOSPC');
  }
}

// Only root may make a disk; how the file is written over is tried in test/engine for everybody.
test.skipIf(!IS_ROOT)('R22 and R23: a disk that fills up costs nothing but the memory', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const profile = join(desk.folder, 'small-disk');
  const user = userIn(join(desk.folder, 'signed-in'));
  user.installCli('signed-in.sh');
  user.storeLogin(Date.now() + 30 * 86_400_000);
  const [settings, filler] = [join(profile, 'settings.json'), join(profile, 'filler')];
  await onSmallDisk(profile, async () => {
    const app = await launchApp(profile, [`--url=${proxy.url}`], user.env);
    const tray = await desk.tray(app);
    await tray.choose('Open Pilot Light');
    const page = await app.popup();
    await page.getByRole('heading', { name: 'Everything is healthy' }).waitFor();
    fill(filler);
    const dark = { type: 'change-setting', key: 'appearance', value: 'dark' } as const;
    expect((await page.evaluate((action) => window.pilotLight.act(action), dark)).done).toBe(false);
    expect((await page.evaluate(() => window.pilotLight.ask())).settings.appearance).toBe('dark');
    await proxy.switchTo('refusing');
    await expect.poll(() => tray.tooltip(), SOON).toContain('is not running');
    await proxy.switchTo('healthy');
    await expect.poll(() => tray.tooltip(), SOON).toContain('Everything is healthy');
    expect(app.output().split('cannot be saved')).toHaveLength(2);

    rmSync(filler);
    const german = { type: 'change-setting', key: 'language', value: 'de' } as const;
    expect((await page.evaluate((action) => window.pilotLight.act(action), german)).done).toBe(true);
    expect(JSON.parse(readFileSync(settings, 'utf8'))).toMatchObject({ appearance: 'dark', language: 'de' });
    expect(app.output()).not.toContain('Uncaught');
    await app.close();
  });
});
