import { join } from 'node:path';
import { variable, type Environment } from '../processes/child-environment.ts';
import { sha256 } from '../sha256.ts';
import { isFullPath } from './full-path.ts';

/** Where the CLI keeps what belongs to a sign-in. */
export interface ConfigPlaces {
  readonly credentials: string;
  /** Account and, after a Console login, the API key. */
  readonly account: string;
  readonly settings: string;
  /** The name of its entry in a Mac's keychain. */
  readonly keychainService: () => string;
}

const SERVICE = 'Claude Code-credentials';

/** Follows `CLAUDE_CONFIG_DIR`. Absent if that is no full path: the CLI would take it from wherever it is started. */
export function configPlaces(env: Environment, home: string): ConfigPlaces | undefined {
  const own = variable(env, 'CLAUDE_CONFIG_DIR');
  const folder = own ?? join(home, '.claude');
  if (!isFullPath(folder)) return undefined;
  return {
    credentials: join(folder, '.credentials.json'),
    account: join(own ?? home, '.claude.json'),
    settings: join(folder, 'settings.json'),
    keychainService: () => (own === undefined ? SERVICE : `${SERVICE}-${fingerprint(own)}`),
  };
}

// As the CLI names its entries for other folders (seen in 2.1.41).
function fingerprint(folder: string): string {
  return sha256(folder).toString('hex').slice(0, 8);
}
