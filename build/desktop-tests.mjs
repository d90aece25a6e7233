import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sideBySide, vitest } from './gates.mjs';
import { OUT, ROOT } from './setup/paths.mjs';
import { ensureSystemPackages } from './setup/system-packages.mjs';

const LIMIT_MS = 20 * 60_000;
// The real CLI needs no desktop, see real-cli.mjs.
const REAL_PROXY = 'test/real/claude-code-router.test.ts';

// These mostly wait for time to pass, so they do it on a desktop of their own beside the others.
const PATIENT = ['clock', 'drill', 'fixes', 'history', 'memory', 'patience', 'recorder', 'sleep', 'snooze'].map(
  (name) => `test/e2e/${name}.test.ts`,
);

/** The gate that builds the app and runs the end-to-end tests on the real Electron, on two desktops at once. */
export const END_TO_END_TESTS = prepared('end-to-end tests', (electron) =>
  sideBySide([
    { name: 'end-to-end tests that do', run: () => onDesktop('e2e', electron, { name: 'e2e', except: PATIENT }) },
    {
      name: 'end-to-end tests that wait',
      run: () => onDesktop('e2e', electron, { name: 'e2e-patient', files: PATIENT }),
    },
  ]),
);

/** The gate that plays every fault through the real app. */
export const DRILL = prepared('the drill', (electron) =>
  onDesktop('e2e', electron, { name: 'drill', files: ['test/e2e/drill.test.ts'] }),
);

/** The gate that holds the app against a proxy from the npm registry that nobody here wrote. */
export const REAL_PROXY_TESTS = prepared('tests with a real proxy', (electron) =>
  onDesktop('real', electron, { name: 'real', files: [REAL_PROXY] }),
);

/** The gate that installs packages in a clean Debian, and lives with them there. They must have been made. */
export const PACKAGE_TESTS = prepared('tests of the packages', (electron) =>
  onDesktop('packages', electron, { name: 'packages' }),
);

/**
 * @param {string} name
 * @param {(electron: string) => Promise<import('./tally.mjs').Tally>} tests given the folder of an Electron
 * @returns {import('./gates.mjs').Gate}
 */
function prepared(name, tests) {
  const run = async () => {
    await ensureSystemPackages(['runtime', 'headless', 'desktop-tests']);
    // These need packages of npm, which may have been installed only now.
    const { ensureElectron } = await import('./setup/electron-runtime.mjs');
    const { bundle } = await import('./bundle.mjs');
    const electron = await ensureElectron();
    await bundle(['app', 'simulator']);
    await rm(join(OUT, 'test-failures'), { recursive: true, force: true });
    return tests(electron);
  };
  return { name, run };
}

/**
 * @param {string} project
 * @param {string} electron the folder of an Electron
 * @param {{ name: string, files?: readonly string[], except?: readonly string[] }} which
 */
async function onDesktop(project, electron, which) {
  return vitest([project], {
    ...which,
    inside: [process.execPath, join(ROOT, 'test', 'desktop', 'session.mjs')],
    env: {
      ...process.env,
      ELECTRON_OVERRIDE_DIST_PATH: electron,
      DESKTOP_LOGS: join(OUT, 'desktop-logs', which.name),
    },
    limitMs: LIMIT_MS,
    guarded: true,
  });
}
