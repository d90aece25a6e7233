import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { ended, home } from './pilot-light.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const HEADING = '## In the terminal';

// What a clone does not have; the packages are those that npm would install, and take a minute to.
const NOT_CLONED: ReadonlySet<string> = new Set(['.git', 'node_modules', 'out', 'dist']);

const where = home();
const clone = mkdtempSync(join(tmpdir(), 'pilot-light-clone-'));
afterAll(() => {
  where.remove();
  rmSync(clone, { recursive: true, force: true });
});

/** What the README tells to type, as it stands. */
function commands(): string {
  const [, section = ''] = readFileSync(join(ROOT, 'README.md'), 'utf8').split(`\n${HEADING}\n`);
  return /```sh\n(.*?)```/s.exec(section)?.[1] ?? '';
}

describe('the README', () => {
  it('can be followed word for word in a fresh clone', async () => {
    cpSync(ROOT, clone, {
      recursive: true,
      filter: (path) => path === ROOT || !NOT_CLONED.has(basename(path)),
    });
    symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
    const script = commands();
    expect(script.split('\n').length).toBeGreaterThan(5);
    const { code, stdout, stderr } = await ended(spawn('sh', ['-ec', script], { env: where.env, cwd: clone }));
    // What it builds first is told there.
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^● Healthy {2}Everything is healthy · 127\.0\.0\.1:\d+/m);
    expect(stdout).toMatch(/^\{"light":"healthy","targets":\[/m);
    expect(stdout).toMatch(/^✔ Proxy answers/m);
  }, 60_000);
});
