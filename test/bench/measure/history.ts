import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Span } from '../../../core/history/look-back.ts';
import { keepHistory, type History } from '../../../engine/history/keep-history.ts';
import { lookBack } from '../../../engine/history/past.ts';
import { folderOf, TargetFolder } from '../../../engine/history/target-folder.ts';
import { fastClock, liveFast, type FastClock } from '../../engine/history/fast-life.ts';
import { measurement } from '../measurement.ts';
import { percentile } from '../statistics.ts';

const TARGET = { id: 'target-1', url: 'http://127.0.0.1:8000' };
const DAY_MS = 86_400_000;
const PROBES_A_DAY = DAY_MS / 4_000;
const START = Date.UTC(2025, 10, 29, 12);
const SLOWNESS = 60;
const QUERIES = 30;

/** The budget of issue 6: a year of one target, in little room, written for nearly nothing, and told at once. */
export const history = measurement({
  name: 'history',
  how:
    'One target, a probe every 4 s, its time played as fast as it goes by the real store on the real disk: 364 days, written once in 5 minutes ' +
    'so that the measurement ends, and one day written as the app does. Latency varies, there is a failure in 500 probes and an ' +
    'outage of 20 minutes a day. CPU: of that last day, in a day. Opening: what the next start of the app reads. Spans: ' +
    `${QUERIES} look-backs each from the files, the median.`,
  limitMs: 10 * 60_000,
  figures: {
    probes: { what: 'history: probes in a year', unit: 'count' },
    fileMb: { what: 'history: files after a year', unit: 'MB', budget: 20 },
    cpu: { what: 'history: CPU of writing at a probe every 4 s', unit: '%', budget: 0.1 },
    openMs: { what: 'history: opening after a year', unit: 'ms', budget: 50 },
    hourMs: { what: 'history: looking back an hour', unit: 'ms', budget: 10 },
    dayMs: { what: 'history: looking back a day', unit: 'ms', budget: 10 },
    weekMs: { what: 'history: looking back a week', unit: 'ms', budget: 10 },
    monthMs: { what: 'history: looking back 30 days', unit: 'ms', budget: 10 },
    yearMs: { what: 'history: looking back a year', unit: 'ms', budget: 10 },
  },
  measure() {
    const root = mkdtempSync(join(tmpdir(), 'history-bench-'));
    try {
      const year = fastClock(START, SLOWNESS);
      live(root, year, 364 * PROBES_A_DAY);
      const day = fastClock(year.now());
      const before = process.cpuUsage();
      live(root, day, PROBES_A_DAY);
      const { user, system } = process.cpuUsage(before);
      const folder = new TargetFolder(() => folderOf(root, TARGET.url));
      return Promise.resolve({
        probes: 365 * PROBES_A_DAY,
        fileMb: sizeOf(root) / 1e6,
        cpu: ((user + system) / 1_000 / DAY_MS) * 100,
        openMs: openingMs(root, day.now()),
        ...queriesMs(folder, day.now()),
      });
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
});

function keep(root: string, clock: FastClock): History {
  return keepHistory({
    root,
    clock,
    redact: (text) => text,
    watched: () => [TARGET.url],
    onTrouble: (code) => {
      if (code !== undefined) throw new Error(`The history could not be kept: ${code}`);
    },
    onError: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
}

function live(root: string, clock: FastClock, probes: number): void {
  const store = keep(root, clock);
  const isUp = (probe: number): boolean => probe % 500 !== 499 && probe % PROBES_A_DAY >= 300;
  // From 2 ms to 100 ms, mostly little.
  const msOf = (probe: number): number => 2 + 98 * ((probe * 0.618_034) % 1) ** 4;
  liveFast(clock, store.onEvent, TARGET, probes, isUp, msOf);
  store.stop();
}

function openingMs(root: string, now: number): number {
  const clock = fastClock(now);
  const store = keep(root, clock);
  const began = performance.now();
  liveFast(
    clock,
    store.onEvent,
    TARGET,
    1,
    () => true,
    () => 2,
  );
  const took = performance.now() - began;
  if (store.availability(TARGET.url) === undefined) throw new Error('The history was not opened');
  store.stop();
  return took;
}

function queriesMs(folder: TargetFolder, now: number): Record<`${Span}Ms`, number> {
  const median = (span: Span): number =>
    percentile(
      Array.from({ length: QUERIES }, () => {
        const began = performance.now();
        const { probes } = lookBack(folder, span, now);
        if (probes === 0) throw new Error(`Nothing is known of the last ${span}`);
        return performance.now() - began;
      }),
      50,
    );
  return {
    hourMs: median('hour'),
    dayMs: median('day'),
    weekMs: median('week'),
    monthMs: median('month'),
    yearMs: median('year'),
  };
}

function sizeOf(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
