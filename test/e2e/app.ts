import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { observe, type StartedProcess } from './process.ts';

/** The folder of the project: what Electron is started with. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Chromium refuses its sandbox to root, so for root alone it is switched off. */
export const IS_ROOT = process.getuid?.() === 0;

const CLOSE_LIMIT_MS = 5_000;
// Ten apps that start at once on two cores take their time.
const OPENED = { timeout: 20_000 };

/** The real app, driven by Playwright. */
export interface RunningApp extends StartedProcess {
  readonly electron: ElectronApplication;
  readonly profile: string;
  /** The popup's page, once it is there. */
  popup(): Promise<Page>;
  isPopupVisible(): Promise<boolean>;
  close(): Promise<void>;
}

/** Starts the app on a profile folder, with further variables in its environment. Rejects when it does not come up. */
export async function launchApp(
  profile: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RunningApp> {
  const electron = askingAgain(
    await _electron.launch({
      args: [`--user-data-dir=${profile}`, PROJECT, ...args],
      cwd: PROJECT,
      env: { ...inherited(), ...env },
      chromiumSandbox: !IS_ROOT,
    }),
  );
  const started = observe(electron.process());
  return {
    ...started,
    electron,
    profile,
    popup: () => newestPage(electron),
    isPopupVisible: () =>
      electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isVisible())),
    close: async () => {
      const limit = setTimeout(() => electron.process().kill('SIGKILL'), CLOSE_LIMIT_MS);
      await electron.close();
      await started.ended;
      clearTimeout(limit);
    },
  };
}

// The app has V8 collect all it can as it comes to rest, and with it what DevTools waits for on our behalf at that moment.
function askingAgain(electron: ElectronApplication): ElectronApplication {
  const evaluate = new Proxy(electron.evaluate.bind(electron), {
    apply: async (ask, _self, asked): Promise<unknown> => {
      try {
        return await Reflect.apply(ask, undefined, asked);
      } catch (error) {
        if (!String(error).includes('promise was garbage collected')) throw error;
        return Reflect.apply(ask, undefined, asked);
      }
    },
  });
  return Object.assign(electron, { evaluate });
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Electron's program file. */
export function electronProgram(): string {
  const program: unknown = createRequire(import.meta.url)('electron');
  return String(program);
}

/** The command that starts the app as a user does, with nobody driving it. */
export function appCommand(profile: string, args: readonly string[]): readonly string[] {
  const sandbox = IS_ROOT ? ['--no-sandbox'] : [];
  return [electronProgram(), ...sandbox, `--user-data-dir=${profile}`, PROJECT, ...args];
}

async function newestPage(electron: ElectronApplication): Promise<Page> {
  await expect.poll(() => electron.windows().length, OPENED).toBeGreaterThan(0);
  const page = electron.windows().at(-1);
  if (page === undefined) throw new Error('The popup closed while it was waited for');
  return page;
}
