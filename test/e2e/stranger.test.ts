import { join } from 'node:path';
import { expect } from 'vitest';
import { PROJECT } from './app.ts';
import { test } from './desk.ts';

const SOON = { timeout: 15_000 };

test('another program on the port is named, with its process, and is never green', async ({ desk }) => {
  const simulator = join(PROJECT, 'out', 'simulator', 'simulator.js');
  const stranger = desk.run([process.execPath, simulator, 'stranger', '--port', '0'], process.env);
  await expect.poll(() => stranger.output(), SOON).toContain('"url"');
  const { url }: { readonly url: string } = JSON.parse(stranger.output().trim());
  const app = await desk.launch(url);
  const tray = await desk.tray(app);
  await expect.poll(() => tray.tooltip(), SOON).toContain('Another program answers: node simulator.js');
  expect((await tray.menu()).map(({ label }) => label)).toContain('Another program answers: node simulator.js');

  await tray.activate();
  const page = await app.popup();
  await page.getByText(`node simulator.js (process ${stranger.pid}) answers`, { exact: false }).waitFor();
  await page.getByRole('button', { name: /It is mine/ }).waitFor();
});
