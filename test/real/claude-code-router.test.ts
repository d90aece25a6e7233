import { expect } from 'vitest';
import type { RunningApp } from '../e2e/app.ts';
import { test } from '../e2e/desk.ts';
import { installRouter } from './claude-code-router.ts';

const START = { timeout: 60_000 };
const NOTICED = { timeout: 20_000 };

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/health`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function popupText(app: RunningApp): Promise<string> {
  return (await app.popup()).innerText('body');
}

test('claude-code-router, which nobody here wrote: healthy, killed, started again', async ({ desk }) => {
  const router = await installRouter(desk.folder);
  const first = desk.run(router.command, router.env);
  await expect.poll(() => answers(router.url), START).toBe(true);
  const app = await desk.launch(router.url);
  const tray = await desk.tray(app);

  await expect.poll(() => tray.tooltip(), NOTICED).toContain('The proxy answers');
  await tray.activate();
  await expect.poll(() => popupText(app), NOTICED).toContain('basic');
  console.log(`healthy: ${await tray.tooltip()}\n${await popupText(app)}`);

  // Nobody is notified of what he is looking at.
  await tray.activate();
  await expect.poll(() => app.isPopupVisible()).toBe(false);
  process.kill(first.pid, 'SIGKILL');
  await expect.poll(() => tray.tooltip(), NOTICED).toContain('The proxy is not running');
  await expect.poll(() => popupText(app), NOTICED).toContain('Start the proxy');
  // A quicker restart would be no incident at all.
  await expect.poll(() => desk.notifications(app), NOTICED).toHaveLength(1);
  console.log(`killed: ${await tray.tooltip()}\n${await popupText(app)}`);

  desk.run(router.command, router.env);
  await expect.poll(() => tray.tooltip(), START).toContain('The proxy answers');
  await expect.poll(() => popupText(app), NOTICED).toContain('Trouble for');
  await expect.poll(() => desk.notifications(app), NOTICED).toHaveLength(2);
  console.log(`started again: ${await tray.tooltip()}\n${await popupText(app)}`);
});
