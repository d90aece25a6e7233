import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { test } from './desk.ts';
import { SECRETS } from './secrets.ts';
import { userIn } from './user.ts';

const SOON = { timeout: 15_000 };

test('a report is shown first, and is then copied and saved as it was seen, without a secret', async ({ desk }) => {
  const user = userIn(desk.folder);
  user.installCli('fails.sh');
  const proxy = await desk.simulate('unhealthy');
  await proxy.switchTo('unhealthy', { error: `No login for ${SECRETS.join(' or ')} in ${user.home}/.claude` });
  const app = await desk.launch(proxy.url, user.env);
  const tray = await desk.tray(app);
  await expect.poll(() => tray.tooltip(), SOON).not.toContain('Looking');
  await tray.choose('Run diagnostics');
  const page = await app.popup();
  await page.getByRole('button', { name: 'Report', exact: true }).click(SOON);
  await page.getByText('# Pilot Light report').waitFor(SOON);
  const shown = (await page.locator('pre').textContent()) ?? '';

  await page.getByRole('button', { name: 'Copy report' }).click();
  await page.getByText('Copied').first().waitFor(SOON);
  expect(await app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(shown);

  const path = join(desk.folder, 'report.md');
  await app.electron.evaluate(({ dialog }, filePath) => {
    // The desktop's own dialog cannot be operated from here; all behind it is real.
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await page.getByRole('button', { name: 'Save…' }).click();
  await expect.poll(() => readFileSync(path, 'utf8'), SOON).toBe(shown);
  expect(statSync(path).mode & 0o777).toBe(0o600);

  const told = [shown, app.output(), JSON.stringify(desk.notifications(app)), await tray.tooltip()];
  for (const text of told) for (const secret of [...SECRETS, user.home]) expect(text).not.toContain(secret);
  expect(shown).toContain('No login for');
  expect(shown).toContain('Claude CLI');
});
