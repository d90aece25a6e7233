import { chmodSync, writeFileSync } from 'node:fs';

const HEADERS_BYTES = 64 + 56;
const BASE = 0x40_0000;

interface Processor {
  /** `e_machine` of the ELF specification. */
  readonly number: number;
  /** Code that writes `length` bytes, which stand right behind it, and ends well. */
  readonly code: (length: number) => readonly number[];
}

const word = (value: number): readonly number[] => [...Buffer.from(Uint32Array.of(value).buffer)];

const X64: Processor = {
  number: 62,
  // mov eax,1; mov edi,1; lea rsi,[rip+16]; mov edx,length; syscall; mov eax,60; xor edi,edi; syscall
  code: (length) =>
    [0xb8, 1, 0, 0, 0, 0xbf, 1, 0, 0, 0, 0x48, 0x8d, 0x35, 16, 0, 0, 0, 0xba].concat(
      word(length),
      [0x0f, 0x05, 0xb8, 60, 0, 0, 0, 0x31, 0xff, 0x0f, 0x05],
    ),
};

const ARM64: Processor = {
  number: 183,
  // mov x8,#64; mov x0,#1; adr x1,.+24; mov x2,#length; svc #0; mov x8,#93; mov x0,#0; svc #0
  code: (length) =>
    [0xd280_0808, 0xd280_0020, 0x1000_00c1, 0xd280_0002 + length * 32, 0xd400_0001]
      .concat([0xd280_0ba8, 0xd280_0000, 0xd400_0001])
      .flatMap(word),
};

const PROCESSORS: Readonly<Record<string, Processor>> = { x64: X64, arm64: ARM64 };

/** This computer's processor, and one that it is not. */
export const HERE: Processor | undefined = PROCESSORS[process.arch];
const ELSEWHERE = process.arch === 'arm64' ? X64 : ARM64;

/** Writes a real program for Linux that says a text and ends. */
export function writeTinyProgram(path: string, text: string, { number, code }: Processor): string {
  const says = Buffer.from(text);
  const body = Buffer.concat([Buffer.from(code(says.length)), says]);
  const headers = elfHeaders(number, { type: 1, offset: 0, size: HEADERS_BYTES + body.length });
  return writeProgram(path, Buffer.concat([headers, body]));
}

/** Writes a program for another machine; where a shell is given it, it makes a file called canary. */
export function writeForeignProgram(path: string): string {
  const headers = elfHeaders(ELSEWHERE.number, { type: 1, offset: 0, size: 4_096 });
  return writeProgram(path, Buffer.concat([headers, Buffer.from('\ntouch canary\n')]));
}

/** Writes a program for this machine that needs another C library than there is. */
export function writeStrangeLibraryProgram(path: string): string {
  const loader = Buffer.from('/lib/ld-of-nowhere.so.1\0');
  const headers = elfHeaders(HERE?.number ?? 0, { type: 3, offset: HEADERS_BYTES, size: loader.length });
  return writeProgram(path, Buffer.concat([headers, loader]));
}

function writeProgram(path: string, content: Uint8Array): string {
  writeFileSync(path, content);
  chmodSync(path, 0o755);
  return path;
}

interface Segment {
  /** 1: to be loaded; 3: the name of the loader. */
  readonly type: number;
  readonly offset: number;
  readonly size: number;
}

function elfHeaders(machine: number, { type, offset, size }: Segment): Buffer {
  const head = Buffer.alloc(HEADERS_BYTES);
  head.write('\x7fELF\x02\x01\x01', 'latin1');
  head.writeUInt16LE(2, 16);
  head.writeUInt16LE(machine, 18);
  head.writeUInt32LE(1, 20);
  head.writeBigUInt64LE(BigInt(BASE + HEADERS_BYTES), 24);
  head.writeBigUInt64LE(64n, 32);
  head.writeUInt16LE(64, 52);
  head.writeUInt16LE(56, 54);
  head.writeUInt16LE(1, 56);
  head.writeUInt32LE(type, 64);
  head.writeUInt32LE(5, 68);
  head.writeBigUInt64LE(BigInt(offset), 72);
  head.writeBigUInt64LE(BigInt(BASE + offset), 80);
  head.writeBigUInt64LE(BigInt(BASE + offset), 88);
  head.writeBigUInt64LE(BigInt(size), 96);
  head.writeBigUInt64LE(BigInt(size), 104);
  head.writeBigUInt64LE(4_096n, 112);
  return head;
}
