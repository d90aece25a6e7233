import type { RequestOptions } from 'node:https';
import type { TcpSocketConnectOpts } from 'node:net';
import { PAGES } from './pages.ts';
import type { ProbeRequest } from './probe-request.ts';
import { isLocalhost, loopbackLookup } from './loopback-lookup.ts';

/** What Node's request takes; its types forget that the socket's options are passed on. */
export type ConnectOptions = RequestOptions &
  Pick<TcpSocketConnectOpts, 'autoSelectFamily' | 'autoSelectFamilyAttemptTimeout'>;

const MAX_HEADER_BYTES = 16 * 1024;

/**
 * One GET without cookies, credentials, compression, redirects or proxy: an agent of our own (or none) keeps
 * NODE_USE_ENV_PROXY out, which only concerns the global one. Throws when the address is none.
 */
export function requestOptions({
  url,
  path,
  page = 'health',
  deadlineMs,
  agent,
  userAgent = 'Pilot-Light',
}: ProbeRequest): ConnectOptions {
  const { protocol, hostname, port, pathname, search } = new URL(url + path);
  const options: ConnectOptions = {
    protocol,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port,
    path: pathname + search,
    method: 'GET',
    headers: {
      accept: PAGES[page].accept,
      'accept-encoding': 'identity',
      'user-agent': userAgent,
    },
    agent: agent ?? false,
    maxHeaderSize: MAX_HEADER_BYTES,
    // Also where NODE_TLS_REJECT_UNAUTHORIZED=0 is set.
    rejectUnauthorized: true,
    insecureHTTPParser: false,
    lookup: loopbackLookup,
    autoSelectFamily: true,
  };
  // Node gives up an address for the next one after 250 ms; a server that is merely stopped must not look refused.
  return isLocalhost(hostname)
    ? { ...options, autoSelectFamilyAttemptTimeout: Math.max(250, deadlineMs / 2) }
    : options;
}
