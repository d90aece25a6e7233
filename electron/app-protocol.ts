import { app, protocol, type BrowserWindow, type ProtocolRequest, type ProtocolResponse } from 'electron';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { APP_SCHEME } from './app-scheme.ts';
import type { FirstPicture } from './first-picture.ts';
import type { Log } from './log.ts';
import { popupDocument, type PopupDocument } from './popup-document.ts';
import { servedFile } from './served-file.ts';

/** Where the popup comes from: the only origin whose messages are heard. */
export const POPUP_ORIGIN = `${APP_SCHEME}://popup`;

export const POPUP_PAGE = `${POPUP_ORIGIN}/index.html`;

// Scripts and styles are files of ours, but for the one style that stands in the page: nothing else is inline, nothing is
// evaluated, fetched or embedded.
const policyWith = (styleSource: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${styleSource}`,
    "img-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

// The popup's script waits for its first picture, which would be later by all that it does; but no longer than this.
const PAINTED_LIMIT_MS = 250;

/** Serves the popup's files out of `folder`, its page with its first picture, until the returned stop is called. */
export function serveApp(folder: string, log: Log, picture?: FirstPicture): () => void {
  const server = new AppServer(folder, log, picture);
  const follow = (_event: unknown, window: BrowserWindow): void => server.follow(window);
  app.on('browser-window-created', follow);
  // What takes its place loads 25 ms of Node as it is first used, while the window waits for its page.
  protocol.registerStreamProtocol(APP_SCHEME, (request, answer) => void server.serve(request).then(answer));
  return () => {
    app.off('browser-window-created', follow);
    protocol.unregisterProtocol(APP_SCHEME);
  };
}

class AppServer {
  readonly #folder: string;
  readonly #log: Log;
  readonly #picture: FirstPicture | undefined;
  #painted: Promise<unknown> = Promise.resolve();

  constructor(folder: string, log: Log, picture: FirstPicture | undefined) {
    this.#folder = folder;
    this.#log = log;
    this.#picture = picture;
  }

  follow(window: BrowserWindow): void {
    if (this.#picture !== undefined) {
      this.#painted = Promise.race([once(window, 'ready-to-show'), wait(PAINTED_LIMIT_MS)]);
    }
  }

  async serve({ method, url }: ProtocolRequest): Promise<ProtocolResponse> {
    const file = method === 'GET' ? servedFile(this.#folder, url) : undefined;
    if (file === undefined) return notFound();
    try {
      // Read at once: a window waits for it. It is small.
      if (url === POPUP_PAGE) return this.#page(readFileSync(file.path, 'utf8'), file.type);
      const bytes = await readFile(file.path);
      if (url.endsWith('.js')) await this.#painted;
      return answerOf(Readable.from([bytes]), file.type);
    } catch (error) {
      this.#log(`The popup's file ${file.path} cannot be read`, error);
      return notFound();
    }
  }

  #page(html: string, type: string): ProtocolResponse {
    const document = popupDocument(html, this.#picture?.texts());
    return answerOf(Readable.from(this.#parts(document)), type, ` ${document.styleSource}`);
  }

  // While the second part is being drawn, the window and the process of the page are made.
  async *#parts({ head, body }: PopupDocument): AsyncGenerator<Buffer> {
    yield Buffer.from(head);
    const picture = await this.#picture?.draw();
    if (picture === undefined) this.#painted = Promise.resolve();
    yield Buffer.from(body(picture));
  }
}

function answerOf(data: Readable, type: string, styleSource = ''): ProtocolResponse {
  return {
    data,
    headers: {
      'content-type': type,
      'content-security-policy': policyWith(styleSource),
      'x-content-type-options': 'nosniff',
    },
  };
}

function notFound(): ProtocolResponse {
  return { statusCode: 404, ...answerOf(Readable.from([Buffer.alloc(0)]), 'text/plain; charset=utf-8') };
}
