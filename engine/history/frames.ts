import { crc32 } from 'node:zlib';

/** The first line of every file: what it is, and in which form. Another form has another line. */
export const HEADER = Buffer.from(`pilot-light history 1\n`);

const HEAD_BYTES = 6;
const LONGEST = 0xffff;
// After damage so many places are tried for the next whole record; each try costs one checksum.
const MOST_TRIES = 4_096;

/** A record as it stands in a file: its length (2 bytes), the CRC-32 of what follows (4), and what follows. */
export function framed(payload: Uint8Array): Buffer {
  if (payload.length === 0 || payload.length > LONGEST) throw new RangeError(`A record of ${payload.length} bytes`);
  const frame = Buffer.alloc(HEAD_BYTES + payload.length);
  frame.writeUInt16LE(payload.length, 0);
  frame.writeUInt32LE(crc32(payload), 2);
  frame.set(payload, HEAD_BYTES);
  return frame;
}

/**
 * Calls `each` with every whole record, and passes over what is damaged. Returns where the last whole one ends: beyond
 * that, a write was torn.
 */
export function eachFrame(bytes: Buffer, each: (payload: Buffer) => void): number {
  let end = 0;
  let tries = MOST_TRIES;
  for (let at = 0; at + HEAD_BYTES < bytes.length;) {
    const next = at + HEAD_BYTES + bytes.readUInt16LE(at);
    const payload = bytes.subarray(at + HEAD_BYTES, next);
    if (payload.length > 0 && next <= bytes.length && crc32(payload) === bytes.readUInt32LE(at + 2)) {
      each(payload);
      at = next;
      end = next;
    } else if (tries > 0) {
      tries -= 1;
      at += 1;
    } else break;
  }
  return end;
}
