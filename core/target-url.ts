import { once } from './once.ts';

/** The address of a target in the one form in which it is stored and shown, or what is wrong with it. */
export type TargetUrl =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly problem: UrlProblem };

export type UrlProblem = 'too-long' | 'not-an-address' | 'not-http' | 'has-credentials' | 'bad-port';

/** The address that proxies usually have. It is watched until somebody chooses another. */
export const USUAL_URL = 'http://localhost:8000';

/** The longest address that is read. */
export const MAX_ADDRESS = 2_048;
const spaceOrControl = once(() => /[\s\p{C}]/u);
// Most addresses are nothing but these.
const SIMPLE = /^[!-~]+$/;

/**
 * Reads an address that the user typed. Only http and https; no user name or password; port 1 to 65535; query and
 * fragment are dropped, a base path is kept without its last slash. Odd spellings (`127.1`, `0x7f.1`) come out canonical.
 */
export function canonicalUrl(typed: string): TargetUrl {
  const problem = (name: UrlProblem): TargetUrl => ({ ok: false, problem: name });
  if (typed.length > MAX_ADDRESS) return problem('too-long');
  const trimmed = typed.trim();
  if (!SIMPLE.test(trimmed) && spaceOrControl().test(trimmed)) return problem('not-an-address');
  const url = parse(trimmed);
  if (url === undefined) return problem('not-an-address');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return problem('not-http');
  if (url.username !== '' || url.password !== '') return problem('has-credentials');
  if (url.port === '0') return problem('bad-port');
  return { ok: true, url: url.origin + url.pathname.replace(/\/+$/, '') };
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    // Not an address: the caller says so in its own words.
    return undefined;
  }
}

const LOOPBACK = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** Whether a host name, as a URL has it, is this computer. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/** The port of an address: the one it names, or its scheme's own. */
export function portOf({ port, protocol }: Pick<URL, 'port' | 'protocol'>): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}
