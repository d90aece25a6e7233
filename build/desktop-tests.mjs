import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { vitest } from './gates.mjs';
import { OUT, ROOT } from './setup/paths.mjs';
import { ensureSystemPackages } from './setup/system-packages.mjs';

const LIMIT_MS = 20 * 60_000;
// The real CLI needs no desktop, see real-cli.mjs.
const REAL_PROXY = 'test/real/claude-code-router.test.ts';

/**
 * The gate that builds the app and runs a project of the test suite on the real Electron, inside a desktop of its own.
 * @param {'e2e' | 'real'} project
 * @returns {import('./gates.mjs').Gate}
 */
export function desktopTests(project) {
  return {
    name: project === 'real' ? 'tests with a real proxy' : 'end-to-end tests',
    run: () => runOnDesktop(project),
  };
}

/** @param {string} project */
async function runOnDesktop(project) {
  await ensureSystemPackages(['runtime', 'headless', 'desktop-tests']);
  // These need packages of npm, which may have been installed only now.
  const { ensureElectron } = await import('./setup/electron-runtime.mjs');
  const { bundle } = await import('./bundle.mjs');
  const electron = await ensureElectron();
  await bundle(['app', 'simulator']);
  await rm(join(OUT, 'test-failures'), { recursive: true, force: true });
  return vitest([project], {
    files: project === 'real' ? [REAL_PROXY] : [],
    inside: [process.execPath, join(ROOT, 'test', 'desktop', 'session.mjs')],
    env: {
      ...process.env,
      ELECTRON_OVERRIDE_DIST_PATH: electron,
      DESKTOP_LOGS: join(OUT, 'desktop-logs'),
    },
    limitMs: LIMIT_MS,
    guarded: true,
  });
}
