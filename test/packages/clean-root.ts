import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOBODY } from '../e2e/unprivileged.ts';
import { PROJECT } from '../e2e/app.ts';

/** A Debian with nothing in it but what makes it one, as if just installed. */
export interface CleanRoot {
  /** The folder that is its root, seen from outside. */
  readonly path: string;
  /** The command that runs another one in it, as root; with SHARE_TMP in its environment, it can reach our desktops. */
  readonly inside: readonly string[];
  /** Runs a command in it to its end, and gives what it printed. Throws if it fails. */
  run(...command: readonly string[]): string;
  /** Every file, folder and link in it. */
  files(): readonly string[];
}

/** Where a Debian has its programs. */
export const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Where the user of the clean root is at home, who is `nobody`. */
export const HOME = '/home/somebody';

const ENTER = readFileSync(join(PROJECT, 'test/packages/enter-root.sh'), 'utf8');
const LIMITS = { maxBuffer: 64 * 1024 * 1024, timeout: 10 * 60_000 };

/**
 * Makes it out of packages from Debian's server, of the release in DEBIAN_RELEASE or that of this computer, with a
 * home for one user.
 */
export function makeCleanRoot(path: string): CleanRoot {
  const ours = /^VERSION_CODENAME=(\w+)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  const release = process.env['DEBIAN_RELEASE'] ?? ours ?? 'stable';
  execFileSync('debootstrap', ['--variant=minbase', release, path], {
    ...LIMITS,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  mkdirSync(join(path, HOME));
  chownSync(join(path, HOME), NOBODY, NOBODY);
  chmodSync(join(path, HOME), 0o700);
  const inside = ['unshare', '--mount', 'sh', '-c', ENTER, path] as const;
  const run: CleanRoot['run'] = (...command) => {
    const [program, ...args] = [...inside, ...command];
    return execFileSync(program, args, {
      ...LIMITS,
      encoding: 'utf8',
      env: { PATH: SYSTEM_PATH, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  return { path, inside, run, files: () => run('find', '/', '-xdev').split('\n') };
}
