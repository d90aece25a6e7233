/**
 * Names by which Claude proxies are known to introduce themselves (`service`, `serviceId`, `server`).
 * Sources: the documented API, and the health answers of the programs listed in docs/proxies.md.
 */
const KNOWN_SERVICES: ReadonlySet<string> = new Set([
  'claude-proxy',
  'claude-code-proxy',
  'claude-code-proxy-api',
  'claude-code-openai-wrapper',
  'claude-relay-service',
  'claude-code-cli',
  'ccproxy',
  'meridian',
]);

/** Whether a service name belongs to a proxy that we know. A body without a name is nobody in particular. */
export function isKnownService(name: string | undefined): boolean {
  return name === undefined || KNOWN_SERVICES.has(name);
}
