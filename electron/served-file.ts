import { extname, join } from 'node:path';

/** A file of the popup and the type under which it is served. */
export interface ServedFile {
  readonly path: string;
  readonly type: string;
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
]);

// Names as our own bundler writes them. Nothing is decoded, and no name starts with a dot, so no path leads outside.
const PLAIN_PATH = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;

/** The file in `folder` that an `app://popup/...` address names; nothing for any other address. */
export function servedFile(folder: string, address: string): ServedFile | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, pathname } = new URL(address);
  if (protocol !== 'app:' || host !== 'popup' || !PLAIN_PATH.test(pathname)) return undefined;
  const type = TYPES.get(extname(pathname));
  return type === undefined ? undefined : { path: join(folder, pathname), type };
}
