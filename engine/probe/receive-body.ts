import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

// A body that comes in so many pieces is sent to keep us busy.
const MAX_PIECES = 16_384;
const FIRST_ROOM_BYTES = 4 * 1024;

/** What became of a body: its text, or more bytes than are read. */
export type BodyOutcome = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'too-large' };

/**
 * Reads a body of at most so many bytes and tells how it ended. Bounded while reading; what the header announces as too
 * large is not begun.
 */
export function receiveBody(response: IncomingMessage, maxBytes: number, done: (outcome: BodyOutcome) => void): void {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
    done({ kind: 'too-large' });
    return;
  }
  let room: Buffer = Buffer.allocUnsafe(FIRST_ROOM_BYTES);
  let filled = 0;
  let pieces = 0;
  response.on('data', (chunk: Buffer) => {
    pieces += 1;
    if (filled + chunk.length > maxBytes || pieces > MAX_PIECES) {
      done({ kind: 'too-large' });
      return;
    }
    if (filled + chunk.length > room.length) room = enlarged(room, filled + chunk.length, maxBytes);
    filled += chunk.copy(room, filled);
  });
  response.on('end', () => done({ kind: 'text', text: decode(room.subarray(0, filled), isEncoded(response)) }));
}

// Copied together at once: kept as they come, a body in chunks of one byte would cost hundreds of megabytes.
function enlarged(room: Buffer, needed: number, maxBytes: number): Buffer {
  const larger = Buffer.allocUnsafe(Math.min(maxBytes, Math.max(needed, room.length * 2)));
  room.copy(larger);
  return larger;
}

// We ask for identity. What comes compressed all the same is not unpacked: that would be work of the sender's choosing.
function isEncoded({ headers }: IncomingMessage): boolean {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  return encoding !== '' && encoding !== 'identity';
}

/**
 * The body as text. JSON is UTF-8 (RFC 8259, 8.1), so bytes that are not, or that came encoded, can prove nothing: they
 * are no text. Only a page is let through, with replacement marks, since it shows that a stranger answers.
 */
function decode(bytes: Buffer, encoded: boolean): string {
  const text = bytes.toString('utf8');
  return (isUtf8(bytes) && !encoded) || text.trimStart().startsWith('<') ? text : '';
}
