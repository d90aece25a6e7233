import { homedir } from 'node:os';
import { join } from 'node:path';

const NAME = 'Pilot Light';

/** The data folder of the app: where Electron keeps it on this system, unless another one is named. */
export function appFolder(named: string | undefined, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (named !== undefined && named !== '') return named;
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', NAME);
  if (platform === 'win32') return join(env['APPDATA'] || join(homedir(), 'AppData', 'Roaming'), NAME);
  return join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), NAME);
}
