import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { totalOf } from '../../../core/history/availability.ts';
import { readPiece } from '../../../engine/history/codec.ts';
import { eachFrame, HEADER } from '../../../engine/history/frames.ts';
import { lookBack } from '../../../engine/history/past.ts';
import { folderOf, TargetFolder } from '../../../engine/history/target-folder.ts';
import { bundled } from '../bundled.ts';

const URL_A = 'http://127.0.0.1:8000';
const START = Date.UTC(2026, 10, 22);
const HEAD_BYTES = 6;
// A thousand take some minutes: PILOT_LIGHT_KILLS=1000.
const KILLS = Number(process.env['PILOT_LIGHT_KILLS'] ?? 15);

const PROGRAMS = mkdtempSync(join(tmpdir(), 'history-program-'));
let program: string;
let root: string;

beforeAll(async () => {
  program = await bundled(fileURLToPath(new URL('history-program.ts', import.meta.url)), PROGRAMS);
});
afterAll(() => rmSync(PROGRAMS, { recursive: true, force: true }));
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'history-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

interface Writer {
  readonly child: ChildProcess;
  /** Up to when it has lived. */
  livedTo(): number;
  /** Resolves once it has lived for so long. */
  livedFor(ms: number): Promise<void>;
  readonly complaints: string[];
}

function write(start: number): Writer {
  const child = spawn(process.execPath, [program, root, URL_A, String(start)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const complaints: string[] = [];
  let lived = start;
  let rest = '';
  child.stdout?.on('data', (chunk) => {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    complaints.push(...lines.filter((line) => !/^\d+$/.test(line)));
    lived = Number(lines.findLast((line) => /^\d+$/.test(line)) ?? lived);
  });
  const livedFor = async (ms: number): Promise<void> => {
    // Its output comes line by line.
    await expect.poll(() => lived - start, { timeout: 20_000, interval: 1 }).toBeGreaterThanOrEqual(ms);
  };
  return { child, livedTo: () => lived, livedFor, complaints };
}

/** How many bytes of the files are neither whole records nor what a torn write left at the end. */
function damage(folder: string): number {
  return readdirSync(folder)
    .map((name) => {
      const bytes = readFileSync(join(folder, name)).subarray(HEADER.length);
      let whole = 0;
      const end = eachFrame(bytes, (_bytes, from, to) => (whole += HEAD_BYTES + to - from));
      return end - whole;
    })
    .reduce((a, b) => a + b, 0);
}

function keptTo(folder: TargetFolder): number {
  let to = 0;
  folder.read('probes', 0, Infinity, (bytes, begin, end) => (to = Math.max(to, readPiece(bytes, begin, end).to)));
  return to;
}

describe('R26 and input 62: kill -9 while writing', () => {
  it(`damages nothing and costs ten seconds at most, ${KILLS} times`, { timeout: 60_000 + KILLS * 1_000 }, async () => {
    const path = folderOf(root, URL_A);
    let start = START;
    for (let i = 0; i < KILLS; i += 1) {
      const writer = write(start);
      const ended = once(writer.child, 'close');
      // One after the other, each killed at another moment of its writing.
      // oxlint-disable-next-line no-await-in-loop
      await writer.livedFor(60_000);
      // oxlint-disable-next-line no-await-in-loop
      await sleep((i * 7) % 23);
      writer.child.kill('SIGKILL');
      // oxlint-disable-next-line no-await-in-loop
      await ended;
      expect(writer.complaints).toEqual([]);
      expect(damage(path)).toBe(0);
      expect(writer.livedTo() - keptTo(new TargetFolder(() => path))).toBeLessThanOrEqual(10_000);
      start = writer.livedTo() + 60_000;
    }
  });
});

describe('another process', () => {
  it('reads while one writes: nothing but the last ten seconds is ever missing', { timeout: 30_000 }, async () => {
    const writer = write(START);
    try {
      await writer.livedFor(60_000);
      const folder = new TargetFolder(() => folderOf(root, URL_A));
      for (let i = 0; i < 100; i += 1) {
        // The output of the writer has its turn.
        // oxlint-disable-next-line no-await-in-loop
        await sleep(3);
        const now = writer.livedTo();
        const { up, degraded, down, paused } = totalOf(lookBack(folder, 'year', now).availability).ms;
        expect(up).toBeGreaterThanOrEqual(now - START - 10_000);
        expect([degraded, down, paused]).toEqual([0, 0, 0]);
      }
      expect(writer.livedTo() - START).toBeGreaterThan(3_600_000);
    } finally {
      writer.child.kill('SIGKILL');
    }
  });
});
