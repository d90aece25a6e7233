import type { Socket } from 'node:net';

/**
 * Watches a connection on which nothing is asked. `onClosed` is called once when the server ends it, orderly or not, or
 * says something unasked (a late 408): such a connection is done for. Ending it ourselves is no news.
 */
export function watchIdleSocket(socket: Socket, onClosed: () => void): () => void {
  const events = ['end', 'error', 'data'] as const;
  const stop = (): void => {
    for (const event of events) socket.off(event, closed);
  };
  function closed(): void {
    stop();
    socket.destroy();
    onClosed();
  }
  for (const event of events) socket.on(event, closed);
  return stop;
}
