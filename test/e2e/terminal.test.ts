import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { test } from './desk.ts';

const SOON = { timeout: 10_000 };

test('--report-lights prints a line at each change, and nothing else', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const app = desk.spawn(join(desk.folder, 'profile'), `--url=${proxy.url}`, '--report-lights');
  const lines = (): readonly string[] =>
    app
      .output()
      .split('\n')
      .filter((line) => /^\d\d:\d\d:\d\d {2}/.test(line));
  await expect.poll(lines, SOON).toHaveLength(2);
  expect(lines()[0]).toMatch(/^\d\d:\d\d:\d\d {2}unknown {2}Looking for the proxy… · 127\.0\.0\.1:\d+$/);
  expect(lines()[1]).toMatch(/^\d\d:\d\d:\d\d {2}healthy {2}Everything is healthy · 127\.0\.0\.1:\d+$/);
  await proxy.switchTo('cli-missing');
  await expect.poll(lines, SOON).toHaveLength(3);
  expect(lines()[2]).toContain('  down     The Claude CLI is missing');
});

test('--picture keeps a picture of the popup that follows what it shows', async ({ desk }) => {
  const proxy = await desk.simulate('healthy');
  const path = join(desk.folder, 'popup.png');
  const app = desk.spawn(join(desk.folder, 'profile'), `--url=${proxy.url}`, '--report-lights', `--picture=${path}`);
  await expect.poll(async () => pngSize(await readFile(path)), SOON).toEqual({ width: 380, height: 640 });
  await proxy.close();
  await expect.poll(() => app.output(), SOON).toContain('The proxy is not running');
  const toldAt = Date.now();
  await expect.poll(async () => (await stat(path)).mtimeMs, SOON).toBeGreaterThan(toldAt);
});

test('an address that is none ends it at once, with a sentence', async ({ desk }) => {
  const app = desk.spawn(join(desk.folder, 'profile'), '--url=localhost');
  expect(await app.ended).toEqual({ code: 64, signal: null });
  expect(app.output()).toContain('--url needs an address such as http://localhost:8000');
});

// The first chunk of every PNG (PNG specification, 11.2.2).
function pngSize(png: Buffer): { readonly width: number; readonly height: number } {
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
