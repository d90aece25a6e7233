import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const BIN = fileURLToPath(new URL('../../../build/pilot-light.cjs', import.meta.url));

/** How a run of the program ended. `code`: as a shell would tell it. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A home of its own for the program: settings of nobody else, and a language that is known. */
export interface Home {
  readonly path: string;
  readonly env: NodeJS.ProcessEnv;
  readonly settingsPath: string;
  /** Writes the settings file. */
  settings(value: unknown): void;
  /** Stores a login that ends in a month. */
  storeLogin(): void;
  remove(): void;
}

export function home(): Home {
  const path = mkdtempSync(join(tmpdir(), 'pilot-light-cli-'));
  const folder = join(path, '.config', 'Pilot Light');
  const settingsPath = join(folder, 'settings.json');
  const { PATH = '' } = process.env;
  return {
    path,
    settingsPath,
    env: { PATH, HOME: path, XDG_CONFIG_HOME: join(path, '.config'), LANG: 'C.UTF-8', SHELL: '/bin/sh' },
    settings: (value) => {
      mkdirSync(folder, { recursive: true });
      writeFileSync(settingsPath, typeof value === 'string' ? value : JSON.stringify(value));
    },
    storeLogin: () => {
      const login = { accessToken: 'sk-ant-planted', refreshToken: 'planted', expiresAt: Date.now() };
      const claudeAiOauth = { ...login, refreshTokenExpiresAt: Date.now() + 30 * 86_400_000 };
      mkdirSync(join(path, '.claude'), { recursive: true });
      writeFileSync(join(path, '.claude', '.credentials.json'), JSON.stringify({ claudeAiOauth }), { mode: 0o600 });
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** The environment of a shell that finds the program by its name, as one that it was installed for. */
export function installed({ env, path }: Pick<Home, 'env' | 'path'>): NodeJS.ProcessEnv {
  const bin = join(path, 'bin');
  const program = join(bin, 'pilot-light');
  mkdirSync(bin, { recursive: true });
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`, { mode: 0o755 });
  return { ...env, PATH: `${bin}:${env['PATH'] ?? ''}` };
}

/** Starts the program as a shell would. */
export function start(
  args: readonly string[],
  { env, path }: Pick<Home, 'env' | 'path'>,
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [BIN, ...args], { env, cwd: path });
}

/** Runs it to its end. */
export async function run(args: readonly string[], where: Pick<Home, 'env' | 'path'>): Promise<Ended> {
  return ended(start(args, where));
}

/** The end of a process that was started, with all that it wrote. */
export async function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  child.stdin.end();
  const [code]: unknown[] = await once(child, 'close');
  // Ended by a signal itself, which none of them should be.
  return { code: typeof code === 'number' ? code : -1, stdout, stderr };
}

/** What a process writes, waited for. */
export function heard(child: ChildProcessWithoutNullStreams): (words: RegExp) => Promise<string> {
  let text = '';
  const waiting = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more;
    for (const look of waiting) look();
  });
  return (words) =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!words.test(text)) return;
        waiting.delete(look);
        resolve(text);
      };
      waiting.add(look);
      look();
    });
}
