import { app, BrowserWindow } from 'electron';
import type { Clock } from '../engine/clock.ts';
import type { Log } from './log.ts';

// By then the first verdict is there, and what the start needed is no longer wanted.
const STARTED_MS = 5_000;
// What ends with a window ends a moment after it.
const ENDED_MS = 1_000;

/**
 * Has V8 collect all it can and give back what it holds in reserve: once the app has started, which V8 would do by itself half
 * a minute later, and whenever the last window has gone, which it would not do at all while the app rests: 4 MB more after two
 * minutes (measured). Takes some 30 ms, with no window open. Ends with the returned stop.
 */
export function giveBackMemory(clock: Clock, log: Log): () => void {
  let cancel = (): void => {};
  const soon = (delayMs: number): void => {
    cancel();
    cancel = clock.after(delayMs, () => {
      // It would stop for a moment under the hand; once it is closed is soon enough.
      if (BrowserWindow.getAllWindows().length > 0) return;
      collect().catch((error: unknown) => log('No memory can be given back', error));
    });
  };
  const follow = (_event: unknown, window: BrowserWindow): void => {
    window.once('closed', () => soon(ENDED_MS));
  };
  app.on('browser-window-created', follow);
  soon(STARTED_MS);
  return () => {
    app.off('browser-window-created', follow);
    cancel();
  };
}

// DevTools' own protocol, spoken with ourselves: opens no port, and is the one documented way to V8's low-memory collection.
async function collect(): Promise<void> {
  const { Session } = await import('node:inspector/promises');
  const session = new Session();
  session.connect();
  try {
    await session.post('HeapProfiler.collectGarbage');
  } finally {
    session.disconnect();
  }
}
