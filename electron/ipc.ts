import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { CHANNELS } from '../core/contract-channels.ts';
import { parseAction, type Action, type Outcome } from '../core/contract.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { systemClock } from '../engine/clock.ts';
import type { Monitor } from '../engine/monitor.ts';
import { POPUP_ORIGIN } from './app-protocol.ts';
import type { Log } from './log.ts';
import { paced } from './paced.ts';

/** The main process's end of the three channels. */
export interface Ipc {
  /** From now on this page is heard, and told every snapshot, until it is destroyed. */
  admit(page: WebContents): void;
  stop(): void;
}

export interface IpcOptions {
  readonly monitor: Pick<Monitor, 'snapshot' | 'onSnapshot'>;
  readonly act: (action: Action) => Promise<Outcome>;
  readonly log: Log;
}

// With a hundred proxies there is news every few milliseconds: the page would do nothing but draw.
const PAUSE_MS = 100;

/** Opens the three channels. Only the main frame of an admitted page is answered, and only well-formed messages. */
export function serveIpc({ monitor, act, log }: IpcOptions): Ipc {
  const pages = new Set<WebContents>();
  ipcMain.handle(CHANNELS.ask, (event): Snapshot => {
    if (!isTrusted(event, pages)) throw new Error('Refused');
    return monitor.snapshot();
  });
  ipcMain.handle(CHANNELS.act, async (event, ...payload: readonly unknown[]): Promise<Outcome> => {
    const action = isTrusted(event, pages) && payload.length === 1 ? parseAction(payload[0]) : undefined;
    if (action === undefined) log('Refused a message of the popup');
    return action === undefined ? { done: false } : act(action);
  });
  const pushes = paced<Snapshot>(PAUSE_MS, systemClock, (snapshot) => push(pages, snapshot));
  const stopPushing = monitor.onSnapshot((snapshot) => {
    // A pause after nothing would wake the app for nothing.
    if (pages.size > 0) pushes.tell(snapshot);
  });
  return {
    admit: (page) => {
      pages.add(page);
      page.once('destroyed', () => pages.delete(page));
    },
    stop: () => {
      stopPushing();
      pushes.stop();
      ipcMain.removeHandler(CHANNELS.ask);
      ipcMain.removeHandler(CHANNELS.act);
    },
  };
}

function isTrusted({ sender, senderFrame }: IpcMainInvokeEvent, pages: ReadonlySet<WebContents>): boolean {
  return pages.has(sender) && senderFrame === sender.mainFrame && senderFrame.origin === POPUP_ORIGIN;
}

function push(pages: ReadonlySet<WebContents>, snapshot: Snapshot): void {
  for (const page of pages) {
    // A page whose renderer has gone throws here, and is rebuilt elsewhere.
    if (!page.isDestroyed() && !page.isCrashed()) page.send(CHANNELS.snapshot, snapshot);
  }
}
