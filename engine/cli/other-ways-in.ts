import type { ConfigPlaces } from './config-places.ts';
import { readSmallFile } from './read-small-file.ts';

const MAX_ACCOUNT_BYTES = 8 * 1_024 * 1_024;
const MAX_SETTINGS_BYTES = 1_024 * 1_024;

// A filled text under one of these names. Searched, not parsed: the file holds years of history, and no value is kept.
const API_KEY = /"primaryApiKey"\s*:\s*"[^"]/;
const IN_SETTINGS = /"(?:apiKeyHelper|ANTHROPIC_API_KEY|ANTHROPIC_AUTH_TOKEN|CLAUDE_CODE_OAUTH_TOKEN)"\s*:\s*"[^"]/;

/**
 * Whether the CLI could be signed in although no login is stored: `stored` when a Console login left its key, `unknown`
 * when its settings name a key or a helper, or cannot be read.
 */
export async function otherWaysIn({ account, settings }: ConfigPlaces): Promise<'stored' | 'unknown' | 'none'> {
  const [inAccount, inSettings] = await Promise.all([
    mentions(account, MAX_ACCOUNT_BYTES, API_KEY),
    mentions(settings, MAX_SETTINGS_BYTES, IN_SETTINGS),
  ]);
  if (inAccount === true) return 'stored';
  return inAccount === false && inSettings === false ? 'none' : 'unknown';
}

async function mentions(path: string, maxBytes: number, what: RegExp): Promise<boolean | undefined> {
  const file = await readSmallFile(path, maxBytes);
  if (file.kind === 'unreadable') return undefined;
  return file.kind === 'text' && what.test(file.text);
}
