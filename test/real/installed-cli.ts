import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PACKAGE = '@anthropic-ai/claude-code';

/** A Claude CLI out of the npm registry, as it is, in a folder of its own. */
export interface InstalledCli {
  readonly program: string;
  readonly version: string;
}

/**
 * Installs one version below a folder. `--force`: the current one asks for a newer Node than ours, which npm alone
 * minds. `partly`: as npm leaves it where neither install scripts nor optional packages are allowed.
 */
export async function installCli(folder: string, version: string, partly = false): Promise<InstalledCli> {
  await mkdir(folder, { recursive: true });
  const how = partly ? ['--ignore-scripts', '--omit=optional'] : ['--ignore-scripts=false'];
  const args = ['install', '--prefix', folder, '--force', '--no-audit', '--no-fund', ...how, `${PACKAGE}@${version}`];
  await promisify(execFile)('npm', args, { cwd: folder });
  const file = join(folder, 'node_modules', PACKAGE, 'package.json');
  const installed = JSON.parse(await readFile(file, 'utf8')) as { readonly version: string };
  return { program: join(folder, 'node_modules', '.bin', 'claude'), version: installed.version };
}
