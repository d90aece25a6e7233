import type * as Https from 'node:https';

/** Node's `https`, loaded only where an address asks for it: it takes a while, and a proxy on this computer has no TLS. */
export function secureHttp(): typeof Https {
  return process.getBuiltinModule('node:https');
}
