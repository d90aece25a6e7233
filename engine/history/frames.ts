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
  frame.writeUInt32LE(checksum(payload, 0, payload.length), 2);
  frame.set(payload, HEAD_BYTES);
  return frame;
}

/** A record: what lies between two places of some bytes. Nothing is copied: a year of hours is read in a few milliseconds. */
export type EachRecord = (bytes: Buffer, from: number, to: number) => void;

/**
 * Calls `each` with every whole record, and passes over what is damaged. Returns where the last whole one ends: beyond
 * that, a write was torn.
 */
export function eachFrame(bytes: Buffer, each: EachRecord): number {
  let end = 0;
  let tries = MOST_TRIES;
  for (let at = 0; at + HEAD_BYTES < bytes.length;) {
    const from = at + HEAD_BYTES;
    const next = from + bytes.readUInt16LE(at);
    if (next > from && next <= bytes.length && checksum(bytes, from, next) === bytes.readUInt32LE(at + 2)) {
      each(bytes, from, next);
      at = next;
      end = next;
    } else if (tries > 0) {
      tries -= 1;
      at += 1;
    } else break;
  }
  return end;
}

// CRC-32 as zlib has it; for records of some ten bytes it is quicker than a call to the outside.
const POLYNOMIAL = 0xed_b8_83_20;
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? POLYNOMIAL ^ (value >>> 1) : value >>> 1;
  return value;
});

function checksum(bytes: Uint8Array, from: number, to: number): number {
  let value = 0xff_ff_ff_ff;
  for (let i = from; i < to; i += 1) value = (TABLE[(value ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xff_ff_ff_ff) >>> 0;
}
