import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Socket } from 'node:net';

// Answers to our few questions have some hundred bytes; whoever sends more than this is no bus for us.
const MAX_BUFFERED_BYTES = 4 * 1_024 * 1_024;

/** What was opened, and the socket that was made for it; none where Node does not tell. */
export interface Opened<T> {
  readonly opened: T;
  readonly socket: Socket | undefined;
}

/**
 * Runs `open`, which makes a client socket at once, and contains that socket: an exception in what listens to it closes it
 * instead of reaching the process, and so does more than 4 MiB that nobody could read. The library for the bus reads
 * without a bound, throws out of its reading at bytes that make no message, and does not hand out its socket.
 */
export function withContainedSocket<T>(open: () => T): Opened<T> {
  let socket: Socket | undefined;
  const onSocket = (message: unknown): void => {
    if (typeof message !== 'object' || message === null || !('socket' in message)) return;
    if (message.socket instanceof Socket) socket = message.socket;
  };
  subscribe('net.client.socket', onSocket);
  try {
    const opened = open();
    if (socket !== undefined) contain(socket);
    return { opened, socket };
  } finally {
    unsubscribe('net.client.socket', onSocket);
  }
}

function contain(socket: Socket): void {
  const emit = socket.emit.bind(socket);
  socket.emit = (event: string, ...args: unknown[]): boolean => {
    try {
      if (event !== 'readable' || socket.readableLength <= MAX_BUFFERED_BYTES) return emit(event, ...args);
    } catch {
      // Whoever reads it lost track of the messages: the socket's end is what the others are told.
    }
    socket.destroy();
    return true;
  };
}
