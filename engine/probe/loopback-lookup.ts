import type { LookupFunction } from 'node:net';

const LOOPBACK = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
] as const;

/** Whether a host name always means this computer (RFC 6761, 6.3). */
export function isLocalhost(hostname: string): boolean {
  return /(?:^|\.)localhost\.?$/i.test(hostname);
}

/**
 * Resolves `localhost` to both loopback addresses, whatever the hosts file says: many have only one of them, and the
 * proxy may listen on the other. All other names go to the system.
 */
export const loopbackLookup: LookupFunction = (hostname, options, callback) => {
  if (!isLocalhost(hostname)) void import('node:dns').then(({ lookup }) => lookup(hostname, options, callback));
  else if (options.all === true) callback(null, [...LOOPBACK]);
  else callback(null, LOOPBACK[0].address, LOOPBACK[0].family);
};
