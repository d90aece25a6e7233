import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FIXTURES = fileURLToPath(new URL('../fixtures/cli/', import.meta.url));

/** A user of the desk, with a home of their own: what the app finds of a CLI and of a login is what they have there. */
export interface User {
  readonly home: string;
  /** What is different in the environment of their programs. */
  readonly env: Readonly<Record<string, string>>;
  installCli(fixture: string): void;
  storeLogin(endsAt: number): void;
  hasLogin(): boolean;
  /** What of the user's files was changed by nobody but them: the login as it is on disk. */
  login(): string;
}

/** Makes the home in a folder of the test's. */
export function userIn(folder: string): User {
  const home = join(folder, 'home');
  const [bin, config] = [join(home, 'bin'), join(home, '.claude')];
  for (const each of [home, bin, config]) mkdirSync(each, { recursive: true, mode: 0o700 });
  const credentials = join(config, '.credentials.json');
  return {
    home,
    // Without SHELL no login shell is asked, so the machine's own start files are not read.
    env: { HOME: home, PATH: `${bin}:/usr/bin:/bin`, SHELL: '', CLAUDE_CONFIG_DIR: '', CLAUDE_CLI_PATH: '' },
    installCli: (fixture) => {
      cpSync(join(FIXTURES, fixture), join(bin, 'claude'));
      chmodSync(join(bin, 'claude'), 0o755);
    },
    storeLogin: (endsAt) => {
      const login = { accessToken: 'planted', refreshToken: 'planted', refreshTokenExpiresAt: endsAt };
      writeFileSync(credentials, JSON.stringify({ claudeAiOauth: login }), { mode: 0o600 });
    },
    hasLogin: () => existsSync(credentials),
    login: () => readFileSync(credentials, 'utf8'),
  };
}
