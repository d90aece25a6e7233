import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { binaryOf, readBinary, readHead } from '../../../engine/facts/binary.ts';
import { playground, type Playground } from '../processes/playground.ts';

let ground: Playground;
beforeEach(() => {
  ground = playground();
});
afterEach(() => ground.remove());

const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const elf = (machine: string, order = '01'): Buffer =>
  bytes(`7f454c46 02${order}0100 ${'00'.repeat(8)} 0200 ${machine}`);
const pe = (machine: string, at = 0x80): Buffer => {
  const head = Buffer.alloc(0x100);
  head.write('MZ', 'latin1');
  head.writeUInt32LE(at, 0x3c);
  bytes(`50450000 ${machine}`).copy(head, at);
  return head;
};
// Two parts, each with a processor and 16 or 28 further bytes.
const fat = (magic: string, rest: number): Buffer =>
  bytes(`${magic} 00000002 01000007 ${'00'.repeat(rest)} 0100000c ${'00'.repeat(rest)}`);

describe('binaryOf', () => {
  it.each([
    ['x64', 'elf', elf('3e00')],
    ['arm64', 'elf', elf('b700')],
    ['ia32', 'elf', elf('0300')],
    ['arm', 'elf', elf('2800')],
    ['riscv64', 'elf', elf('f300')],
    ['s390x', 'elf', elf('0016', '02')],
    ['0x1234', 'elf', elf('3412')],
    ['x64', 'mach-o', bytes('cffaedfe 07000001 03000000')],
    ['arm64', 'mach-o', bytes('cffaedfe 0c000001 00000000')],
    ['ia32', 'mach-o', bytes('cefaedfe 07000000')],
    ['0x12', 'mach-o', bytes('feedface 00000012')],
    ['x64', 'pe', pe('6486')],
    ['arm64', 'pe', pe('64aa')],
    ['ia32', 'pe', pe('4c01')],
  ])('%s in %s', (machine, format, head) => {
    expect(binaryOf(head, 'x64')).toEqual({ here: 'x64', kind: 'binary', format, machines: [machine] });
  });

  it.each([
    ['cafebabe', 16],
    ['cafebabf', 28],
  ])('all parts of a universal program (%s)', (magic, rest) => {
    expect(binaryOf(fat(magic, rest), 'arm64')).toEqual({
      here: 'arm64',
      kind: 'binary',
      format: 'mach-o',
      machines: ['x64', 'arm64'],
    });
  });

  it.each([
    ['#!/usr/bin/env node\nfoo', '/usr/bin/env node'],
    ['#! /bin/sh -e \r\n', '/bin/sh -e'],
    ['#!/opt/\u202eevil\u0007/node', '/opt/evil/node'],
    [`#!/${'x'.repeat(4_000)}\n`, `/${'x'.repeat(253)}…`],
  ])('the interpreter of %j', (text, interpreter) => {
    expect(binaryOf(Buffer.from(text), 'x64')).toEqual({ here: 'x64', kind: 'script', interpreter });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['text', Buffer.from('echo hello\n')],
    ['a page', Buffer.from('<!DOCTYPE html>')],
    ['an empty line of a script', Buffer.from('#!  \n/bin/sh')],
    ['a class file of Java', bytes('cafebabe 00000034 0000')],
    ['a universal program without parts', bytes('cafebabe 00000000 0000')],
    ['a universal program that is cut', fat('cafebabe', 16).subarray(0, 30)],
    ['a program that is cut', elf('3e00').subarray(0, 19)],
    ['one that points behind itself', pe('6486').subarray(0, 0x82)],
    ['one for DOS', pe('6486').fill(0, 0x80)],
  ])('takes %s for neither', (_, head) => {
    expect(binaryOf(head, 'x64')).toEqual({ here: 'x64', kind: 'other' });
  });

  it('is never thrown off by what stands there', () => {
    const magic = fc.constantFrom('7f454c46', '4d5a', 'cffaedfe', 'feedface', 'cafebabe', 'cafebabf', '2321', '');
    fc.assert(
      fc.property(magic, fc.uint8Array({ maxLength: 600 }), (start, rest) => {
        const fact = binaryOf(Buffer.concat([bytes(start), rest]), 'x64');
        const texts = fact.kind === 'binary' ? fact.machines : [fact.kind === 'script' ? fact.interpreter : ''];
        expect(texts.length).toBeLessThan(21);
        for (const text of texts) expect(text).toMatch(/^[^\p{C}]{0,512}$/u);
      }),
    );
  });
});

describe('readBinary', () => {
  it('knows what this very program is made for', async () => {
    expect(await readBinary(process.execPath, process.arch)).toMatchObject({
      kind: 'binary',
      machines: expect.arrayContaining([process.arch]),
    });
  });

  it('reads 4 kB and no more', async () => {
    writeFileSync(ground.at('large'), Buffer.alloc(1_000_000, 'x'));
    expect((await readHead(ground.at('large')))?.length).toBe(4_096);
  });

  it('waits for no pipe, opens no device, and is not stopped by what is missing', async () => {
    mkdirSync(ground.at('folder'));
    execFileSync('mkfifo', [ground.at('pipe')]);
    chmodSync(ground.at('pipe'), 0o755);
    for (const path of [ground.at('folder'), ground.at('pipe'), '/dev/zero', ground.at('gone'), 'a\0b', '']) {
      // One after the other: a failure names its path.
      // oxlint-disable-next-line no-await-in-loop
      expect([path, await readBinary(path, 'x64')]).toEqual([path, { here: 'x64', kind: 'other' }]);
    }
  });
});
