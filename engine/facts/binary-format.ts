type Format = 'elf' | 'mach-o' | 'pe';

/** For which machines a program is made, in Node's words; those without one by their number. */
export interface Made {
  readonly format: Format;
  readonly machines: readonly string[];
}

type Machines = Readonly<Record<number, string>>;

// The numbers that the formats' own specifications give to the processors that Node knows.
const ELF: Machines = {
  3: 'ia32',
  8: 'mips',
  21: 'ppc64',
  22: 's390x',
  40: 'arm',
  62: 'x64',
  183: 'arm64',
  243: 'riscv64',
  258: 'loong64',
};
const MACH_O: Machines = { 7: 'ia32', 12: 'arm', 0x0100_0007: 'x64', 0x0100_000c: 'arm64' };
const PE: Machines = { 0x01_4c: 'ia32', 0x01_c4: 'arm', 0x86_64: 'x64', 0xaa_64: 'arm64' };

const ELF_MAGIC = 0x7f45_4c46;
const MZ_MAGIC = 0x4d5a;
const PE_MAGIC = 0x5045_0000;
const MACH_O_MAGICS: ReadonlySet<number> = new Set([0xfeed_face, 0xfeed_facf]);
const FAT_ENTRY_BYTES: Readonly<Record<number, number>> = { 0xcafe_babe: 20, 0xcafe_babf: 32 };
// Java's class files begin like a fat program; where that counts its parts, they have a version of 45 and more.
const MAX_PARTS = 20;

/** Reads the head of a program file. Absent: none of these formats, or cut off before it tells. */
export function madeFor(head: Uint8Array): Made | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  try {
    return elf(view) ?? machO(view) ?? fat(view) ?? pe(view);
  } catch {
    // It ends, or points, before or behind what was read (RangeError).
    return undefined;
  }
}

function elf(view: DataView): Made | undefined {
  if (view.getUint32(0) !== ELF_MAGIC) return undefined;
  const isLittle = view.getUint8(5) === 1;
  return made('elf', ELF, [view.getUint16(18, isLittle)]);
}

function machO(view: DataView): Made | undefined {
  const isLittle = MACH_O_MAGICS.has(view.getUint32(0, true));
  if (!isLittle && !MACH_O_MAGICS.has(view.getUint32(0))) return undefined;
  return made('mach-o', MACH_O, [view.getUint32(4, isLittle)]);
}

function fat(view: DataView): Made | undefined {
  const bytes = FAT_ENTRY_BYTES[view.getUint32(0)];
  const parts = view.getUint32(4);
  if (bytes === undefined || parts === 0 || parts > MAX_PARTS) return undefined;
  const numbers = Array.from({ length: parts }, (_, part) => view.getUint32(8 + part * bytes));
  return made('mach-o', MACH_O, numbers);
}

function pe(view: DataView): Made | undefined {
  if (view.getUint16(0) !== MZ_MAGIC) return undefined;
  const at = view.getUint32(0x3c, true);
  return view.getUint32(at) === PE_MAGIC ? made('pe', PE, [view.getUint16(at + 4, true)]) : undefined;
}

function made(format: Format, names: Machines, numbers: readonly number[]): Made {
  return { format, machines: numbers.map((number) => names[number] ?? `0x${number.toString(16)}`) };
}
