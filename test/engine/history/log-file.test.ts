import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { framed, HEADER } from '../../../engine/history/frames.ts';
import { appendLog, NotOurs, readLog } from '../../../engine/history/log-file.ts';

const LIMITS = { maxBytes: 1 << 20 };

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-log-'));
  path = join(folder, 'minutes-2026-11-29');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(limits: Parameters<typeof readLog>[1] = LIMITS): readonly string[] {
  const found: string[] = [];
  readLog(path, limits, (bytes, from, to) => found.push(bytes.subarray(from, to).toString()));
  return found;
}
function append(texts: readonly string[], isFirst = false, limits = LIMITS): void {
  appendLog(
    path,
    texts.map((text) => framed(Buffer.from(text))),
    limits,
    isFirst,
  );
}

describe('a log', () => {
  it('gives back what was appended, to its owner alone', () => {
    append(['one', 'two']);
    append(['three']);
    expect(read()).toEqual(['one', 'two', 'three']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path).subarray(0, HEADER.length)).toEqual(HEADER);
  });

  it('that is missing has no records', () => {
    expect(read()).toEqual([]);
  });

  it('can be read from its end', () => {
    append(Array.from({ length: 100 }, (_, i) => `record ${i}`));
    expect(read({ ...LIMITS, tailBytes: 40 })).toEqual(['record 98', 'record 99']);
  });

  it('takes no more than fits', () => {
    append(['one']);
    append(['x'.repeat(900)], false, { maxBytes: 500 });
    expect(read()).toEqual(['one']);
  });
});

describe('a torn write', () => {
  it('is passed over wherever it was torn, and cut off before the next one', () => {
    append(['one', 'two']);
    const whole = readFileSync(path);
    for (let length = 0; length < whole.length; length += 1) {
      writeFileSync(path, whole.subarray(0, length));
      const before = read();
      expect(before).toEqual(['one', 'two'].slice(0, before.length));
      append(['three'], true);
      expect(read()).toEqual([...before, 'three']);
    }
  });

  it('in the middle costs what was torn and nothing else', () => {
    append(['one']);
    appendFileSync(path, framed(Buffer.from('two')).subarray(0, 7));
    append(['three']);
    expect(read()).toEqual(['one', 'three']);
  });
});

describe('R24: a log that was damaged', () => {
  it('200 times: never a record that was not written, and never more than a few are lost', () => {
    const texts = Array.from({ length: 50 }, (_, i) => `the record number ${i}`);
    append(texts);
    const whole = readFileSync(path);
    fc.assert(
      fc.property(fc.nat(whole.length - HEADER.length - 1), fc.nat(255), (at, value) => {
        const bytes = Buffer.from(whole);
        bytes[HEADER.length + at] = value;
        writeFileSync(path, bytes);
        const found = read();
        expect(texts).toEqual(expect.arrayContaining([...found]));
        expect(found.length).toBeGreaterThanOrEqual(texts.length - 1);
      }),
      { numRuns: 200 },
    );
  });

  it('holds what else there may be: nothing is found in it, and it takes no time', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), (noise) => {
        writeFileSync(path, Buffer.concat([HEADER, noise]));
        expect(read()).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('R25: what is no file of ours', () => {
  it.each([
    ['a folder', () => mkdirSync(path)],
    ['a link to a file', () => symlinkSync('/etc/passwd', path)],
    ['a link to nothing', () => symlinkSync(join(folder, 'nowhere'), path)],
    ['a device without end', () => symlinkSync('/dev/zero', path)],
    ['a pipe', () => execFileSync('mkfifo', [path])],
    ['a file of a later app', () => writeFileSync(path, 'pilot-light history 2\nwhatever')],
    ['a gigabyte of nothing', () => truncateSync((writeFileSync(path, ''), path), 2 ** 30)],
  ])('is neither read nor written: %s', (_what, lay) => {
    lay();
    for (const touch of [() => read(), () => append(['one'], true)]) expect(touch).toThrow(NotOurs);
  });
});
