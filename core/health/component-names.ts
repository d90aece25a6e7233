import { plain } from '../plain.ts';
import type { Role } from './report.ts';

const MAX_NAME = 60;

// What real proxies call the three components that have a meaning of their own.
const ALIASES: ReadonlyMap<string, string> = new Map([
  ...['claudeCli', 'claude-cli', 'cli', 'claude'].map((name) => [name, 'claude_cli'] as const),
  ...['auth', 'oauth', 'oauth2_credentials', 'oauth2-credentials'].map((name) => [name, 'authentication'] as const),
  ...['proxy_service', 'proxy-service', 'service_container', 'proxy'].map((name) => [name, 'api_server'] as const),
]);

const REQUIRED: ReadonlySet<string> = new Set(['claude_cli', 'api_server', 'authentication']);

// Measured: ccproxy 0.1.7 warns for ever without codex, and serves Claude all the same.
const OPTIONAL: ReadonlySet<string> = new Set(['codex_cli', 'claude_sdk', 'logger', 'plugin', 'copilot']);

/** The id of a component by the name that a proxy gives it; a name that nobody knows stays, made plain. */
export function componentId(name: string): string {
  return ALIASES.get(name) ?? (plain(name, MAX_NAME) || '?');
}

/** Every name that proxies are known to give a component, by its id. */
export function namesOf(id: string): readonly string[] {
  return [id, ...[...ALIASES].filter(([, each]) => each === id).map(([name]) => name)];
}

/** How much depends on a component, by its id. */
export function roleOf(id: string): Role {
  if (REQUIRED.has(id)) return 'required';
  return OPTIONAL.has(id) ? 'optional' : 'part';
}
