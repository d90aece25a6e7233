import { app, protocol } from 'electron';
import { readFile } from 'node:fs/promises';
import { APP_SCHEME } from './app-scheme.ts';
import type { Log } from './log.ts';
import { servedFile } from './served-file.ts';

/** Where the popup comes from: the only origin whose messages are heard. */
export const POPUP_ORIGIN = `${APP_SCHEME}://popup`;

export const POPUP_PAGE = `${POPUP_ORIGIN}/index.html`;

// Scripts and styles are files of ours: nothing inline, nothing evaluated, nothing fetched, nothing embedded.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Serves the popup's files out of `folder` until the returned stop is called. */
export function serveApp(folder: string, log: Log): () => void {
  protocol.handle(APP_SCHEME, (request) => serve(folder, request, log));
  // Node loads what `Response` is made of as it is first used. That takes 25 ms, which the first page's process needs to
  // start; so not when that asks for its first file.
  app.once('web-contents-created', () => setImmediate(notFound));
  return () => protocol.unhandle(APP_SCHEME);
}

async function serve(folder: string, { method, url }: Request, log: Log): Promise<Response> {
  const file = method === 'GET' ? servedFile(folder, url) : undefined;
  if (file === undefined) return notFound();
  try {
    return new Response(await readFile(file.path), { headers: headers(file.type) });
  } catch (error) {
    log(`The popup's file ${file.path} cannot be read`, error);
    return notFound();
  }
}

function headers(type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
  };
}

function notFound(): Response {
  return new Response('Not found', { status: 404, headers: headers('text/plain; charset=utf-8') });
}
