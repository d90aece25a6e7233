import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';

/** A part of the screen, in pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What an X display shows. */
export interface Screen {
  readonly width: number;
  /** Every so-manieth row of a part of the screen, four bytes a pixel. */
  capture(area: Area, every: number): Promise<Buffer>;
  close(): void;
}

// X Window System Protocol, version 11: the numbers below are its own.
const LITTLE_ENDIAN = 0x6c;
const GET_IMAGE = 73;
const Z_PIXMAP = 2;
const HEAD_BYTES = 32;

/** Connects to the display of an environment, which must be one that asks for no password, as our own do. */
export async function openScreen({ DISPLAY }: NodeJS.ProcessEnv): Promise<Screen> {
  const socket = createConnection(`/tmp/.X11-unix/X${/^:(\d+)/.exec(DISPLAY ?? '')?.[1]}`);
  await once(socket, 'connect');
  const read = reader(socket);
  const hello = Buffer.alloc(12);
  hello.writeUInt8(LITTLE_ENDIAN, 0);
  hello.writeUInt16LE(11, 2);
  socket.write(hello);
  const head = await read(8);
  if (head[0] !== 1) throw new Error('the display lets nobody in');
  const { root, width } = firstScreen(await read(head.readUInt16LE(6) * 4));
  return {
    width,
    capture: async (area, every) => {
      const rows = Array.from({ length: Math.ceil(area.height / every) }, (_, i) => area.y + i * every);
      socket.write(Buffer.concat(rows.map((y) => getImage(root, { ...area, y, height: 1 }))));
      const images: Buffer[] = [];
      while (images.length < rows.length) {
        // Answers come in the order of the questions.
        // oxlint-disable-next-line no-await-in-loop
        const answer = await read(HEAD_BYTES);
        if (answer[0] !== 1) throw new Error(`the display refuses to be looked at (${answer[0]}, ${answer[1]})`);
        // oxlint-disable-next-line no-await-in-loop
        images.push(await read(answer.readUInt32LE(4) * 4));
      }
      return Buffer.concat(images);
    },
    close: () => socket.destroy(),
  };
}

/** Its root window and its width, out of the answer to the greeting. */
function firstScreen(greeting: Buffer): { root: number; width: number } {
  const vendorBytes = Math.ceil(greeting.readUInt16LE(16) / 4) * 4;
  const at = HEAD_BYTES + vendorBytes + greeting.readUInt8(21) * 8;
  return { root: greeting.readUInt32LE(at), width: greeting.readUInt16LE(at + 20) };
}

function getImage(drawable: number, { x, y, width, height }: Area): Buffer {
  const request = Buffer.alloc(20);
  request.writeUInt8(GET_IMAGE, 0);
  request.writeUInt8(Z_PIXMAP, 1);
  request.writeUInt16LE(request.length / 4, 2);
  request.writeUInt32LE(drawable, 4);
  request.writeInt16LE(x, 8);
  request.writeInt16LE(y, 10);
  request.writeUInt16LE(width, 12);
  request.writeUInt16LE(height, 14);
  request.writeUInt32LE(0xffffffff, 16);
  return request;
}

/** Reads so many bytes at a time, one call after the other. Rejects when the display goes away. */
function reader(socket: Socket): (bytes: number) => Promise<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  let wake: () => void = () => {};
  socket.on('data', (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    wake();
  });
  // Who reads then finds too little, and says so.
  socket.on('error', () => {});
  socket.on('close', () => wake());
  return async (bytes) => {
    while (held.length < bytes) {
      if (socket.destroyed) throw new Error('the display has gone');
      // oxlint-disable-next-line no-await-in-loop
      await new Promise<void>((resolve) => (wake = resolve));
    }
    const taken = held.subarray(0, bytes);
    held = held.subarray(bytes);
    return taken;
  };
}
